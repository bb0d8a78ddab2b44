internal import MetadataModel

extension IndexWriter {
    /// Makes the segments, the entries of curated facts and the counters of keys anew.
    func rebuildSegments() throws {
        try flush()
        for segment in segments { try delete(segment) }
        keys.forgetCounts()
        var open: (ordinal: UInt32, counts: [UInt32: Int])?
        var content: [UInt8] = []
        func finish() {
            guard let (ordinal, counts) = open else { return }
            for (key, count) in counts {
                content.removeAll(keepingCapacity: true)
                FactContent.appendFactCount(count, key: key, to: &content)
                _ = content.withUnsafeBytes { builder.add($0, of: ordinal) }
                keys.countAsset(key: key, 1)
            }
            open = nil
        }
        try source.forEachBlock { block in
            for ordinal in block.ordinals where !dead.all.contains(ordinal) {
                // An asset of very many facts goes over several blocks.
                if open?.ordinal != ordinal {
                    finish()
                    if builder.isFull { try writeSegment() }
                    open = (ordinal, [:])
                }
                try source.forEachFact(of: ordinal, in: block) { key, fact in
                    content.removeAll(keepingCapacity: true)
                    FactContent.append(fact, key: key, to: &content)
                    _ = content.withUnsafeBytes { builder.add($0, of: ordinal) }
                    keys.count(fact, key: key, 1)
                    open?.counts[key, default: 0] += 1
                    if builder.isFull { try writeSegment() }
                }
            }
        }
        finish()
        try writeSegment()
        try curated.rebuildEntries()
        numbers.needsRebuild = false
        noteChange()
    }
}
