// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace longju {

/// Lets the program keep memory it has freed instead of giving it back and asking for it again: an
/// eighth of an estimate's time otherwise. For a program's start. Other systems keep it anyway.
#ifdef __linux__
void keep_freed_memory();
#else
inline void keep_freed_memory() {}
#endif

/// No memory of this program lies on the disk after a crash: what people said is in it. For a
/// program's start. Systems that keep dumps elsewhere have their own switch.
#ifdef __unix__
void leave_no_core_dump();
#else
inline void leave_no_core_dump() {}
#endif

}  // namespace longju
