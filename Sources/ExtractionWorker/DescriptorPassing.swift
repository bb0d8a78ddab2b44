internal import Glibc

/// Sends and receives open files over a Unix socket.
///
/// A control message is a header of 16 bytes and the descriptor, padded to 8 bytes; the macros of
/// `cmsg(3)` that say so are not visible to Swift.
enum DescriptorPassing {
    private static let headerByteCount = MemoryLayout<cmsghdr>.size
    private static let lengthWithDescriptor = headerByteCount + MemoryLayout<Int32>.size
    private static let spaceWithDescriptor = headerByteCount + 8

    /// Sends bytes with a descriptor, which stays open here.
    ///
    /// - Returns: The number of bytes sent, or -1 with `errno`.
    static func send(_ bytes: [UInt8], with descriptor: Int32, to socket: Int32) -> Int {
        var bytes = bytes
        return bytes.withUnsafeMutableBytes { bytes in
            withMessage(bytes: bytes) { message, control in
                var header = cmsghdr()
                header.cmsg_len = lengthWithDescriptor
                header.cmsg_level = SOL_SOCKET
                header.cmsg_type = Int32(SCM_RIGHTS)
                control.storeBytes(of: header, as: cmsghdr.self)
                control.storeBytes(of: descriptor, toByteOffset: headerByteCount, as: Int32.self)
                return sendmsg(socket, &message, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
        }
    }

    /// Receives bytes, and the descriptor that came with them, which is closed on `exec`.
    ///
    /// - Returns: The number of bytes, 0 at the end, or -1 with `errno`.
    static func receive(
        into bytes: UnsafeMutableRawBufferPointer, from socket: Int32
    ) -> (count: Int, descriptor: Int32?) {
        withMessage(bytes: bytes) { message, control in
            let count = recvmsg(socket, &message, Int32(MSG_CMSG_CLOEXEC))
            guard count > 0, message.msg_controllen >= lengthWithDescriptor else {
                return (count, nil)
            }
            let header = control.load(as: cmsghdr.self)
            guard header.cmsg_level == SOL_SOCKET,
                header.cmsg_type == Int32(SCM_RIGHTS)
            else { return (count, nil) }
            return (count, control.load(fromByteOffset: headerByteCount, as: Int32.self))
        }
    }

    private static func withMessage<Result>(
        bytes: UnsafeMutableRawBufferPointer,
        _ body: (inout msghdr, UnsafeMutableRawBufferPointer) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(byteCount: spaceWithDescriptor, alignment: 8) { control in
            control.initializeMemory(as: UInt8.self, repeating: 0)
            var vector = iovec(iov_base: bytes.baseAddress, iov_len: bytes.count)
            return withUnsafeMutablePointer(to: &vector) { vector in
                var message = msghdr()
                message.msg_iov = vector
                message.msg_iovlen = 1
                message.msg_control = control.baseAddress
                message.msg_controllen = control.count
                return body(&message, control)
            }
        }
    }
}
