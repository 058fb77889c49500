package io.github.styletransfer.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Asks servers for files, through proxies and along redirects. */
final class Transport {
  private static final int MOST_REDIRECTS = 10;
  private static final String SCHEMES_WITHOUT_TUNNEL = "jdk.http.auth.tunneling.disabledSchemes";

  private final DownloadSettings settings;
  private final Proxies proxies;
  private final HttpClient client;

  Transport(DownloadSettings settings) {
    this.settings = settings;
    this.proxies = new Proxies(settings.environment());
    allowBasicLoginAtProxies();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .proxy(proxies.selector())
            .build();
  }

  /**
   * Sends a request.
   *
   * @return the answer, of whatever status but a redirect; its body is still to be read
   * @throws DownloadException if no answer comes, or redirects don't end
   */
  Response get(URI url, Map<String, String> headers) throws DownloadException {
    URI next = url;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Response response = send(next, headers);
      if (!response.isRedirect()) {
        return response;
      }
      response.close();
      next = Redirect.target(next, response.header("Location"));
    }
    throw Redirect.refused(url, "more than " + MOST_REDIRECTS + " times, the last time to " + next);
  }

  private Response send(URI url, Map<String, String> headers) throws DownloadException {
    Optional<HttpProxy> proxy = proxies.proxy(url);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(settings.stallTimeout())
            .header("User-Agent", "style-transfer")
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    proxy
        .flatMap(HttpProxy::authorization)
        .ifPresent(value -> request.header("Proxy-Authorization", value));
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), info -> new BodyStream(settings.stallTimeout()));
      return new Response(url, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new ConnectionFaults(url, proxy, settings).of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DownloadException(
          DownloadException.Reason.INTERRUPTED, "The program was interrupted", e);
    }
  }

  /**
   * Java by default doesn't send passwords to proxies of https addresses. A person who put one into
   * https_proxy wants it sent. Call it before an HTTP client is first created.
   */
  private static void allowBasicLoginAtProxies() {
    if (System.getProperty(SCHEMES_WITHOUT_TUNNEL) == null) {
      System.setProperty(SCHEMES_WITHOUT_TUNNEL, "");
    }
  }
}
