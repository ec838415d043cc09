/* The version of kith, for C and C++: semantic, and the only place where it is written (CMakeLists.txt reads it here).
 *
 *     #if KITH_VERSION_MAJOR == 0 && KITH_VERSION_MINOR < 2
 */
#ifndef KITH_VERSION_H
#define KITH_VERSION_H

#define KITH_VERSION_MAJOR 0
#define KITH_VERSION_MINOR 1
#define KITH_VERSION_PATCH 0

#endif
