// inflateInit2 is a macro, which Swift does not import.
#include <zlib.h>

static inline int reticle_inflateInit2(z_stream *stream, int windowBits) {
    return inflateInit2(stream, windowBits);
}
