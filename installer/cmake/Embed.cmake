# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
#
# longju_embed(TARGET FILES...): a static library that holds the text files, named by their path from
# the root of the repository; app/core/embedded.h declares how to read them.

function(longju_embed target)
    set(out "${CMAKE_BINARY_DIR}/generated/${target}.cpp")
    set(files ${ARGN})
    list(SORT files COMPARE STRING)
    string(REPLACE ";" "\n" listing "${files}")
    # The list is a file of its own: it changes when a file comes or goes, which runs the script again.
    file(CONFIGURE OUTPUT "${out}.list" CONTENT "${listing}\n" @ONLY)
    list(TRANSFORM files PREPEND "${CMAKE_SOURCE_DIR}/")
    add_custom_command(
        OUTPUT "${out}"
        COMMAND "${CMAKE_COMMAND}" "-DROOT=${CMAKE_SOURCE_DIR}" "-DLIST=${out}.list" "-DOUT=${out}"
                -P "${CMAKE_SOURCE_DIR}/installer/cmake/write_embedded.cmake"
        DEPENDS ${files} "${out}.list" "${CMAKE_SOURCE_DIR}/installer/cmake/write_embedded.cmake"
        COMMENT "Embedding text files" VERBATIM)
    add_library(${target} STATIC "${out}")
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}/app")
    target_compile_features(${target} PUBLIC cxx_std_23)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "")
endfunction()
