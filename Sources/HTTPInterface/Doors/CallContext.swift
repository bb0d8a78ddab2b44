internal import Access
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// A request on its way to its route, with who sent it.
struct CallContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    var remoteAddress: SocketAddress?
    /// Who asks; nobody until ``Doors`` has looked at the token.
    var caller = Caller.nobody(mayRead: false)

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Who asks, if they may do this: the one check that every route makes that does more than read.
    ///
    /// ```swift
    /// router.post("/v1/tags") { request, context in
    ///     let caller = try context.caller(for: .curate)
    /// ```
    ///
    /// - Throws: ``Refusal``: 401 where they showed no token, 403 where theirs is for less.
    func caller(for permission: Permission) throws(Refusal) -> Caller {
        if caller.may(permission) { return caller }
        guard caller.isKnown else { throw .unknownCaller("this needs a token") }
        throw Refusal(.forbidden, "this token is not for what `\(permission.rawValue)` asks")
    }
}

extension Caller {
    /// Whether they showed a token.
    var isKnown: Bool { name != Caller.nobody(mayRead: false).name }
}

extension Refusal {
    /// 401, with what makes a browser ask for a token and tells a program how to send one.
    static func unknownCaller(_ detail: String) -> Refusal {
        var refusal = Refusal(.unauthorized, detail)
        refusal.headers[.wwwAuthenticate] = #"Bearer realm="Reticle", Basic realm="Reticle""#
        return refusal
    }
}
