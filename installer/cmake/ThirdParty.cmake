# SPDX-FileCopyrightText: The Longju authors
# SPDX-License-Identifier: Apache-2.0
#
# Every library that is not ours, as targets named longju::<what>. Their headers are SYSTEM headers,
# and what is built from source here gets neither our warnings nor the sanitizers.

include(PinnedSources)

# --- Debian packages -------------------------------------------------------------------------------
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
add_library(longju::fmt ALIAS fmt::fmt)
add_library(longju::json ALIAS nlohmann_json::nlohmann_json)
add_library(longju::cli11 ALIAS CLI11::CLI11)
foreach(pair toml=tomlplusplus cairo=cairo freetype=freetype2 qrencode=libqrencode png=libpng
             sodium=libsodium zstd=libzstd zip=libzip expat=expat)
    string(REPLACE "=" ";" pair "${pair}")
    list(GET pair 0 name)
    list(GET pair 1 module)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${module})
    add_library(longju::${name} ALIAS PkgConfig::${name})
endforeach()

# Spreadsheets; its pkg-config file has no version of the release.
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET GLOBAL xlsxwriter)
add_library(longju::xlsxwriter ALIAS PkgConfig::xlsxwriter)
# Publishing to a prefecture's server. Without libpq `longju publish` says that it was left out.
pkg_check_modules(libpq IMPORTED_TARGET GLOBAL libpq)
if(libpq_FOUND)
    add_library(longju_postgresql INTERFACE)
    target_link_libraries(longju_postgresql INTERFACE PkgConfig::libpq)
    target_compile_definitions(longju_postgresql INTERFACE LONGJU_POSTGRESQL)
    add_library(longju::postgresql ALIAS longju_postgresql)
endif()

find_package(Cups 2 REQUIRED)
add_library(longju::cups ALIAS Cups::Cups)

# <stb/stb_image.h>; one of our files defines the implementation.
find_path(STB_INCLUDE_DIR stb/stb_image.h REQUIRED)
add_library(longju_stb INTERFACE)
target_include_directories(longju_stb SYSTEM INTERFACE "${STB_INCLUDE_DIR}")
add_library(longju::stb ALIAS longju_stb)

# --- Pinned sources --------------------------------------------------------------------------------
# A quiet static library; `include` folders are SYSTEM for its users.
function(longju_third_party name)
    cmake_parse_arguments(arg "" "" "SOURCES;INCLUDE;DEFINES" ${ARGN})
    add_library(${name} STATIC EXCLUDE_FROM_ALL ${arg_SOURCES})
    target_include_directories(${name} SYSTEM PUBLIC ${arg_INCLUDE})
    target_compile_definitions(${name} PUBLIC ${arg_DEFINES})
    target_compile_options(${name} PRIVATE -w)
    set_target_properties(${name} PROPERTIES CXX_CLANG_TIDY "" EXPORT_COMPILE_COMMANDS OFF)
    if(CMAKE_BUILD_TYPE STREQUAL "Debug")
        # The libraries are not what is being debugged; the tests that run through them are quick then.
        target_compile_options(${name} PRIVATE -O1 -g0)
    endif()
endfunction()

# SQLite: one amalgamation for every system, made once by the source package's own scripts.
longju_unpack(sqlite sqlite_tree)
set(sqlite_dir "${CMAKE_SOURCE_DIR}/build/sources/sqlite-amalgamation")
if(NOT EXISTS "${sqlite_dir}/sqlite3.c")
    message(STATUS "Making the SQLite amalgamation (once)")
    file(LOCK "${CMAKE_SOURCE_DIR}/build/sources/.sqlite.lock" TIMEOUT 300)
    find_program(MAKE make REQUIRED)
    find_program(TCLSH NAMES tclsh REQUIRED)
    # Inside the tree and without its configure script: that one does not bear a blank in the path.
    execute_process(
        COMMAND "${MAKE}" -f main.mk TOP=. "BCC=${CMAKE_C_COMPILER} -O1" "TCC=${CMAKE_C_COMPILER} -O1"
                NAWK=awk sqlite3.c
        WORKING_DIRECTORY "${sqlite_tree}" OUTPUT_FILE make.log ERROR_FILE make.log RESULT_VARIABLE made)
    if(NOT made EQUAL 0)
        message(FATAL_ERROR "The SQLite amalgamation could not be made; see ${sqlite_tree}/make.log.")
    endif()
    file(COPY "${sqlite_tree}/sqlite3.h" DESTINATION "${sqlite_dir}")
    file(COPY "${sqlite_tree}/sqlite3.c" DESTINATION "${sqlite_dir}")
    file(LOCK "${CMAKE_SOURCE_DIR}/build/sources/.sqlite.lock" RELEASE)
endif()
# dbdata.c reads the cells of a damaged file page by page, whatever its trees look like.
longju_third_party(longju_sqlite SOURCES "${sqlite_dir}/sqlite3.c" "${sqlite_tree}/ext/recover/dbdata.c"
                   INCLUDE "${sqlite_dir}")
target_compile_definitions(longju_sqlite PRIVATE
    SQLITE_THREADSAFE=1
    SQLITE_DQS=0                       # "text" is a name, never a string
    SQLITE_DEFAULT_FOREIGN_KEYS=1
    SQLITE_DEFAULT_MEMSTATUS=0
    SQLITE_LIKE_DOESNT_MATCH_BLOBS
    SQLITE_ENABLE_MATH_FUNCTIONS
    SQLITE_ENABLE_DBPAGE_VTAB          # dbdata.c reads through it; DEFENSIVE keeps it from writing
    SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_OMIT_DEPRECATED
    SQLITE_OMIT_SHARED_CACHE
    SQLITE_MAX_EXPR_DEPTH=1000
    SQLITE_TEMP_STORE=2                # no temporary files beside the kiosk's data
    SQLITE_USE_ALLOCA
    HAVE_USLEEP=1)
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    target_compile_options(longju_sqlite PRIVATE -O2)
endif()
target_link_libraries(longju_sqlite PUBLIC Threads::Threads m)
add_library(longju::sqlite ALIAS longju_sqlite)

# GLFW: static, X11 only (XWayland serves Wayland desktops). It opens the X libraries at run time.
longju_unpack(glfw glfw_tree)
set(GLFW_BUILD_DOCS OFF)
set(GLFW_BUILD_TESTS OFF)
set(GLFW_BUILD_EXAMPLES OFF)
set(GLFW_INSTALL OFF)
set(GLFW_BUILD_WAYLAND OFF)
set(GLFW_BUILD_X11 ON)
set(GLFW_LIBRARY_TYPE STATIC)
set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)
add_subdirectory("${glfw_tree}" "${CMAKE_BINARY_DIR}/glfw" EXCLUDE_FROM_ALL SYSTEM)
target_compile_options(glfw PRIVATE -w)
set_target_properties(glfw PROPERTIES EXPORT_COMPILE_COMMANDS OFF)
add_library(longju::glfw ALIAS glfw)
find_path(GL_INCLUDE_DIR GL/gl.h REQUIRED)
find_library(GL_LIBRARY GL REQUIRED)
add_library(longju_gl INTERFACE)
target_include_directories(longju_gl SYSTEM INTERFACE "${GL_INCLUDE_DIR}")
target_link_libraries(longju_gl INTERFACE "${GL_LIBRARY}")
add_library(longju::gl ALIAS longju_gl)

# Dear ImGui: the definitions are part of its ABI, so every user sees them. The core and the
# GLFW/OpenGL backends are two libraries, so that tests without a window link neither X nor GL.
longju_unpack(imgui imgui_tree)
longju_third_party(longju_imgui
    SOURCES "${imgui_tree}/imgui.cpp" "${imgui_tree}/imgui_draw.cpp" "${imgui_tree}/imgui_tables.cpp"
            "${imgui_tree}/imgui_widgets.cpp" "${imgui_tree}/misc/freetype/imgui_freetype.cpp"
    INCLUDE "${imgui_tree}"
    DEFINES IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
            IMGUI_ENABLE_FREETYPE)
target_link_libraries(longju_imgui PUBLIC longju::freetype)
longju_third_party(longju_imgui_backends
    SOURCES "${imgui_tree}/backends/imgui_impl_glfw.cpp" "${imgui_tree}/backends/imgui_impl_opengl3.cpp"
    INCLUDE "${imgui_tree}/backends")
target_link_libraries(longju_imgui_backends PUBLIC longju_imgui longju::glfw longju::gl ${CMAKE_DL_LIBS})
add_library(longju::imgui ALIAS longju_imgui)
add_library(longju::imgui_backends ALIAS longju_imgui_backends)

# Catch2 with its main: one translation unit instead of a hundred when the archive has it.
if(LONGJU_TESTS)
    longju_unpack(catch2 catch2_tree)
    set(CATCH_CONFIG_DEFAULT_REPORTER console)
    set(CATCH_CONFIG_CONSOLE_WIDTH 100)
    configure_file("${catch2_tree}/src/catch2/catch_user_config.hpp.in"
                   "${CMAKE_BINARY_DIR}/catch2/catch2/catch_user_config.hpp")
    if(EXISTS "${catch2_tree}/extras/catch_amalgamated.cpp")
        set(catch2_sources "${catch2_tree}/extras/catch_amalgamated.cpp")
    else()
        file(GLOB_RECURSE catch2_sources "${catch2_tree}/src/catch2/*.cpp")
    endif()
    longju_third_party(longju_catch2 SOURCES ${catch2_sources}
        INCLUDE "${catch2_tree}/src" "${CMAKE_BINARY_DIR}/catch2")
    add_library(longju::catch2 ALIAS longju_catch2)
    list(APPEND CMAKE_MODULE_PATH "${catch2_tree}/extras")
endif()
