// TIFFGetField is variadic, which Swift does not import.
#include <stdarg.h>
#include <tiffio.h>

static inline int reticle_tiffShort(TIFF *file, uint32_t tag, uint16_t *value) {
    return TIFFGetFieldDefaulted(file, tag, value);
}

static inline int reticle_tiffLong(TIFF *file, uint32_t tag, uint32_t *value) {
    return TIFFGetField(file, tag, value);
}

static inline int reticle_tiffPalette(TIFF *file, uint16_t **red, uint16_t **green, uint16_t **blue) {
    return TIFFGetField(file, TIFFTAG_COLORMAP, red, green, blue);
}

static inline void reticle_tiffDecodeToRGB(TIFF *file) {
    TIFFSetField(file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
}

static int reticle_tiffSilence(
    TIFF *file, void *context, const char *module, const char *format, va_list arguments) {
    return 1;
}

// Opens a descriptor without mapping the file; says nothing, and allocates no more than allowed.
static inline TIFF *reticle_tiffOpen(int descriptor, int64_t maximumAllocation) {
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (options == NULL) return NULL;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, maximumAllocation);
    TIFFOpenOptionsSetErrorHandlerExtR(options, reticle_tiffSilence, NULL);
    TIFFOpenOptionsSetWarningHandlerExtR(options, reticle_tiffSilence, NULL);
    TIFF *file = TIFFFdOpenExt(descriptor, "image", "rm", options);
    TIFFOpenOptionsFree(options);
    return file;
}
