# module(name SOURCES … USES … LINKS …): one room of the house.
#
# A module is a static library relazione_<name> with an include folder of its
# own (src/<name>/include/<name>/*.h). It sees only the modules in USES and the
# outside libraries in LINKS, so a forbidden #include stops the build.
# The table of who may use whom is in docs/architecture.md.

find_package(PkgConfig REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo)
pkg_check_modules(CAIRO_FT REQUIRED IMPORTED_TARGET cairo-ft freetype2)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(LIBPNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(UNIBREAK REQUIRED IMPORTED_TARGET libunibreak)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(CMOCKA IMPORTED_TARGET cmocka)

# Libraries that come without a pkg-config file.
function(plain_library name header library)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  find_library(${name}_LIBRARY ${library} REQUIRED)
  add_library(outside_${name} INTERFACE)
  target_include_directories(outside_${name} SYSTEM INTERFACE ${${name}_INCLUDE})
  target_link_libraries(outside_${name} INTERFACE ${${name}_LIBRARY})
endfunction()
plain_library(GMP gmp.h gmp)
plain_library(HARU hpdf.h hpdf)
plain_library(HYPHEN hyphen.h hyphen)

set(RELAZIONE_WARNINGS
  -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes
  -Wwrite-strings -Wpointer-arith -Wcast-qual -Wformat=2 -Wvla -Wundef)
if(RELAZIONE_WERROR)
  list(APPEND RELAZIONE_WARNINGS -Werror)
endif()

function(house_rules target)
  target_compile_options(${target} PRIVATE ${RELAZIONE_WARNINGS})
  target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L _XOPEN_SOURCE=700)
  if(RELAZIONE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=address,undefined)
  endif()
endfunction()

function(module name)
  cmake_parse_arguments(M "" "" "SOURCES;USES;LINKS" ${ARGN})
  add_library(relazione_${name} STATIC ${M_SOURCES})
  house_rules(relazione_${name})
  target_include_directories(relazione_${name}
    PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include
    PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  list(TRANSFORM M_USES PREPEND relazione_)
  target_link_libraries(relazione_${name} PUBLIC ${M_USES} PRIVATE ${M_LINKS})
endfunction()

# module_test(name [SOURCES …] [USES …]): the cmocka program of one module.
function(module_test name)
  cmake_parse_arguments(T "" "" "SOURCES;USES;LINKS" ${ARGN})
  add_executable(test_${name} ${T_SOURCES})
  house_rules(test_${name})
  list(TRANSFORM T_USES PREPEND relazione_)
  target_link_libraries(test_${name} PRIVATE relazione_${name} ${T_USES} ${T_LINKS} PkgConfig::CMOCKA)
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src/${name})
  target_compile_definitions(test_${name} PRIVATE
    SOURCE_DIR="${CMAKE_SOURCE_DIR}" TEST_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND test_${name})
endfunction()
