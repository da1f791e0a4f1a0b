# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
#
# Flags for everything, and the target `longju_options` with what only our own code gets.

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The base folder makes a second clone or worktree hit the same cache.
    set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=time_macros "${CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

# The same numbers from every compiler: no fused multiply-add where the source does not ask for one.
add_compile_options(-ffp-contract=off "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# -g1 keeps line numbers for sanitizer reports and back traces; -O1 keeps year simulations quick.
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
# No NDEBUG: checks stay on in what is shipped.
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g1")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    add_compile_definitions(_FORTIFY_SOURCE=2 _GLIBCXX_ASSERTIONS)
    add_compile_options(-fstack-protector-strong)
    add_link_options(-pie -Wl,-z,relro,-z,now -Wl,--gc-sections)
    if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
        # Every 64-bit PC since 2009.
        add_compile_options(-march=x86-64-v2)
    endif()
endif()

add_library(longju_options INTERFACE)
target_compile_features(longju_options INTERFACE cxx_std_23)
target_compile_options(longju_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wdouble-promotion -Wformat=2
    # Members have default initialisers; g++ would warn about every designated initialiser.
    -Wno-missing-field-initializers)
if(LONGJU_UNITY)
    # Files that are compiled together see each other's names; clang-tidy reads each by itself.
    target_compile_options(longju_options INTERFACE -Wno-shadow
        $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(longju_options INTERFACE
        -Wduplicated-cond -Wduplicated-branches -Wlogical-op)
    if(NOT LONGJU_SANITIZE AND NOT LONGJU_SANITIZE_THREADS)
        # The sanitizers' own checks make g++ see null pointers that are not there.
        target_compile_options(longju_options INTERFACE -Wnull-dereference)
    else()
        target_compile_options(longju_options INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()
if(LONGJU_WERROR)
    target_compile_options(longju_options INTERFACE -Werror)
endif()
if(LONGJU_FUZZ)
    target_compile_options(longju_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(LONGJU_SANITIZE_THREADS)
    target_compile_options(longju_options INTERFACE
        -fsanitize=thread -fno-omit-frame-pointer)
    target_compile_definitions(longju_options INTERFACE _GLIBCXX_ASSERTIONS)
    target_link_options(longju_options INTERFACE -fsanitize=thread)
endif()
if(LONGJU_SANITIZE)
    target_compile_options(longju_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_definitions(longju_options INTERFACE _GLIBCXX_ASSERTIONS)
    target_link_options(longju_options INTERFACE -fsanitize=address,undefined)
endif()
