internal import Extraction
internal import MetadataModel

/// Headings in two rows, of which the upper ones span several columns:
///
/// ```
/// file , Sample ,      , Beam
///      , id     , dose , voltage (kV) , current (nA)
/// a.tif, B17    , 5    , 20           , 1.6
/// ```
///
/// A heading that has none below it stands for its own column alone.
extension TableLayout {
    /// Takes the row of headings, or the one above it, for groups where the next row has headings
    /// below the gaps.
    mutating func findGroups(_ rows: [TableRow], _ forms: [[CellForm]], _ mergedRows: Set<Int>) {
        guard let heading = headingRow, !mergedRows.contains(rows[heading].number) else { return }
        if Self.isGroupRow(heading, rows, forms) {
            groupRow = heading
            headingRow = heading + 1
            firstRow = heading + 2
        } else if heading > 0, Self.isGroupRow(heading - 1, rows, forms) {
            groupRow = heading - 1
            preambleCount = heading - 1
        }
    }

    private static func isGroupRow(_ row: Int, _ rows: [TableRow], _ forms: [[CellForm]]) -> Bool {
        guard row + 2 < rows.count, rows[row].cells.count > 1,
            rows[row + 1].number == rows[row].number + 1,
            (forms[row] + forms[row + 1]).allSatisfy({ $0 == .text }),
            !rows[row + 1].cells.contains(where: \.isFileName)
        else { return false }
        let upper = Set(rows[row].cells.map(\.column))
        let lower = Set(rows[row + 1].cells.map(\.column))
        guard let first = upper.min(), lower.contains(where: { $0 > first && !upper.contains($0) }),
            lower.allSatisfy({ $0 >= first })
        else { return false }
        return zip(rows[row + 2].cells, forms[row + 2]).contains { cell, form in
            form != .text && lower.contains(cell.column)
        }
    }

    /// Puts columns below the headings that span them.
    static func group(_ columns: inout [Sampled], by row: TableRow) {
        var group: String?
        var seen: [FactKey: Int] = [:]
        for place in columns.indices {
            if let cell = row[place] {
                let text = plain(cell.text)
                group = text
                if columns[place].isVacant {
                    let parts = UnitInName.parts(of: text)
                    columns[place].column.heading = parts?.name ?? text
                    columns[place].unit = parts?.unit
                    group = nil
                }
            }
            columns[place].column.group = group
            let key = FactKey(segments: [group ?? "", columns[place].column.heading])
            columns[place].column.ordinal = seen[key, default: 0]
            seen[key, default: 0] += 1
        }
    }
}
