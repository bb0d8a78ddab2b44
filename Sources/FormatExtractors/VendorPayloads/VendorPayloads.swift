public import Extraction

/// Readers of the texts that instruments and programs put into their images, in order of
/// precedence.
///
/// Most vendors write plain lines of keys and values: their reader is a row in a table, a
/// ``VendorLines``. What remains as XML or JSON of no kind known here is left to the general
/// readers, under the key that held it.
public enum VendorPayloads {
    public static let readers: [any PayloadReader] =
        [
            ImageJPayloadReader(), ZeissSEMPayloadReader(), MetaXMLPayloadReader(),
            DetectorLayersReader(), ND2DescriptionReader(), DectrisPayloadReader(),
            VendorDocuments(),
        ]
        + VendorLines.known
}
