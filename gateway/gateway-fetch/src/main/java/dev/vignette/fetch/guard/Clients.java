package dev.vignette.fetch.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client underneath, with everything off that would act on its own. */
final class Clients {
    private static final int CONNECTIONS = 256;
    private static final int CONNECTIONS_TO_ONE_ADDRESS = 64;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int HEADERS = 100;
    private static final int HEADER_LENGTH = 16_384;

    private Clients() {}

    /**
     * No retry, redirect, cookie, credential or decompression; only dials what it is handed. No
     * connection is used twice: one that its server has just closed would break a download that
     * nobody repeats, and a handshake is nothing beside the making of a portrait.
     */
    static CloseableHttpClient silent(SSLContext trust) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(trust))
                .setRequestExecutor(new SocketCheck())
                .setUserAgent("Vignette")
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(SSLContext trust) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_TO_ONE_ADDRESS)
                .setDnsResolver(new NoNames())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                .setConnectionFactory(boundedHeaders())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                .build();
    }

    private static ManagedHttpClientConnectionFactory boundedHeaders() {
        var limits =
                Http1Config.custom()
                        .setMaxHeaderCount(HEADERS)
                        .setMaxLineLength(HEADER_LENGTH)
                        .build();
        return ManagedHttpClientConnectionFactory.builder().http1Config(limits).build();
    }

    /** Names were resolved at the gate; whoever asks again is on a way around it. */
    private static final class NoNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("names are resolved before");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("names are resolved before");
        }
    }
}
