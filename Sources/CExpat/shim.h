// The whole of expat is imported; nothing needs wrapping.
#include <expat.h>
