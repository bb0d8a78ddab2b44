// ZSTD_isError and ZSTD_CONTENTSIZE_* are macros, which Swift does not import.
#include <zstd.h>

static inline int reticle_zstd_is_error(size_t code) { return ZSTD_isError(code) != 0; }

static inline int reticle_zstd_has_size(unsigned long long size) {
    return size != ZSTD_CONTENTSIZE_UNKNOWN && size != ZSTD_CONTENTSIZE_ERROR;
}
