package dev.vignette.fetch.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The last look before a request is sent: the socket must be connected to the very address that the
 * gate admitted.
 */
final class SocketCheck extends HttpRequestExecutor {

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informed,
            HttpContext context)
            throws IOException, HttpException {
        var route = HttpClientContext.cast(context).getHttpRoute();
        requireSame(route.getTargetHost().getAddress(), connection.getRemoteAddress());
        return super.execute(request, connection, informed, context);
    }

    /** Throws when the peer is anybody else. */
    static void requireSame(@Nullable InetAddress admitted, @Nullable SocketAddress peer)
            throws ForbiddenAddress {
        if (admitted == null
                || !(peer instanceof InetSocketAddress socket)
                || !admitted.equals(socket.getAddress())) {
            throw new ForbiddenAddress("the connection leads to another address than the checked");
        }
    }
}
