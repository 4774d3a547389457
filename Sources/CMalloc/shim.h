// mallopt, which Swift's Glibc module leaves out.
#ifndef MDM_CMALLOC_SHIM_H
#define MDM_CMALLOC_SHIM_H

#include <malloc.h>

#endif
