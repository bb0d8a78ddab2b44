/// The query language on one page, as `reticle help query` prints it.
public enum LanguageGuide {
    /// Lines that begin with four spaces hold an example, and behind two spaces or more its meaning.
    public static let text = """
        THE QUERY LANGUAGE

        Words find text anywhere; what stands side by side must all hold.
            osteocyte lacuna              both words, in any facts of one file
            "osmium tetroxide"            the words one after the other
            osteo*                        words that begin so

        A key, an operator, a value. Units stick to their number.
            stain:DAPI                    has the word; upper and lower case alike
            stain="DAPI"                  is exactly this
            stain!=DAPI                   states a stain, and never this one
            operator~mueler               forgives typing errors
            voltage>=5kV                  compares in any unit: 5000V is the same
            voltage:5kV..20kV             from 5 to 20 kV, both included
            voltage~=200kV                within 1 %
            voltage:200kV±5%              within 5 %
            detector:(BSE OR SE2)         one of these
            path:/data/2026/**            a folder and all below
            name:*_raw.tif                * any characters, ? one

        Dates. A part of a date is the whole of that time.
            acquired:2026-03              in March 2026
            acquired>=2025                from 2025 on
            acquired:2026-01..2026-03     from January through March
            acquired:-30d                 since thirty days ago; s min h d w mo y
            modified:today                today, yesterday, now, now-2h

        Keys are raw (tiff.ImageWidth) or concepts (voltage, pixel.size). Case, space, _ and -
        make no difference; the last part of a key is enough; * stands for a part of a name and
        ** for any parts. A name with dots, spaces or brackets in it stands in backticks.
            ImageWidth>4000
            *.exposure*>100ms
            **.Name:DAPI
            `Gene Symbol`:ptc2

        Missing is not false.
            has:pixel.size                states it
            missing:operator              does not
            -stain:DAPI                   not DAPI, or no stain stated
            stain:*                       any value

        Several values, several elements.
            Channel{ Name:DAPI ExposureTime>100ms }    both of one and the same channel
            count(Channel)>=3             at least three
            all(ExposureTime)<1s          every one; any() and none() likewise
            Channel[0].Name:GFP           of the first

        AND goes without saying; OR, NOT (or -) and brackets are written.
            (stain:DAPI OR stain:GFP) -has:issue

        Stages say what to do with what is found.
            voltage>5kV | sort acquired desc, name | limit 20
            | select path, pixel.size in nm, voltage in kV
            | facet format, acquired by month, pixel.size by 10nm top 20
            | stats pixel.size            minimum, mean, median, maximum
            | count by format
            | distinct operator
            | group instrument.model      with some files of each
            | sample 10 seed 7            by chance, the same ones each time
            tag:reviewed | as_of 2026-03-01    as people had stated before that day
            voltage>5kV | explain         how keys and units were understood

        """

    /// The examples of the page.
    public static var examples: [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { line in
            let line = line.dropFirst(4)
            var end = line.startIndex
            while end < line.endIndex, !line[end...].hasPrefix("  ") {
                end = line.index(after: end)
            }
            return String(line[..<end])
        }
    }
}
