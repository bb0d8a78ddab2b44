// The whole of CRoaring is imported; nothing needs wrapping.
#include <roaring/roaring.h>
