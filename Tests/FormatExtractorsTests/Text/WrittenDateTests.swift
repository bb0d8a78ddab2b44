import MetadataModel
import Testing

@Suite struct WrittenDateTests {
    @Test(arguments: [
        ("Mon Feb 22 18:50:01 2016", "2016-02-22T18:50:01Z"),
        ("01-OCT-1991", "1991-10-01T00:00:00Z"),
        ("22Jul2015", "2015-07-22T00:00:00Z"),
        ("Friday, February 14, 2020", "2020-02-14T00:00:00Z"),
        ("12:34:38 AM Tue Jul 30 2019", "2019-07-30T00:34:38Z"),
        ("Nov 6 2020,  2:44:01.917 PM", "2020-11-06T14:44:01.917Z"),
        ("Tue, 27 Oct 2015 14:29:20 +0100", "2015-10-27T13:29:20Z"),
        ("04.08.2015 08:49:41", "2015-08-04T08:49:41Z"),
        ("2016-02-22", "2016-02-22T00:00:00Z"),
    ])
    func `reads a date whose parts are beyond doubt`(text: String, start: String) throws {
        let span = try #require(TimeSpan(written: text))
        #expect(TimeSpan.timestamp(ofMicroseconds: span.start) == start)
    }

    @Test(arguments: [
        "10/11/2012", "1.10.2019", "10.11.12", "31.02.2015", "Dec 2015", "decoding 12 2016",
        "12 March", "May 1 2015 2016", "Mar 3 2015 13:00 PM", "Mar 3 2015 7:5", "2015 Mar", "March",
        "99999999 Mar 2015", "1 Mar 2015 +", "Jan 1 2015 99999999999999999999:00",
    ])
    func `reads nothing else as a date`(text: String) {
        #expect(TimeSpan(written: text) == nil)
    }

    @Test(arguments: [
        ("12/29/09", DateOrder.monthFirst, "2009-12-29T00:00:00Z"),
        ("10/21/2022 10:17 AM", .monthFirst, "2022-10-21T10:17:00Z"),
        ("15/04/2021 14:44:15", .dayFirst, "2021-04-15T14:44:15Z"),
    ])
    func `reads numbers in the order that a format fixes`(
        text: String, order: DateOrder, start: String
    ) throws {
        let span = try #require(TimeSpan(written: text, order: order))
        #expect(TimeSpan.timestamp(ofMicroseconds: span.start) == start)
    }
}
