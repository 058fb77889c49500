package io.github.styletransfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * An HTTP server, or proxy, that answers as a test tells it to: one answer after the other, the
 * last one for all that follow. Each connection is closed after its answer.
 */
public final class ScriptedServer implements AutoCloseable {
  private final ServerSocket socket;
  private final List<Answer> answers;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * What a client sent.
   *
   * @param line such as {@code GET /file HTTP/1.1}
   * @param headers by their names in small letters
   */
  public record Request(String line, Map<String, String> headers) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** One answer. */
  @FunctionalInterface
  public interface Answer {
    void send(Request request, OutputStream out) throws IOException;
  }

  public ScriptedServer(Answer... answers) throws IOException {
    this.answers = List.of(answers);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends a status line, headers and a body, and no length of it unless a header says it. */
  public static Answer of(int status, byte[] body, String... headers) {
    return (request, out) -> {
      out.write(("HTTP/1.1 " + status + " Scripted\r\n").getBytes(StandardCharsets.US_ASCII));
      for (String header : headers) {
        out.write((header + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
      out.write("Connection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
    };
  }

  /** Sends a body with its length. */
  public static Answer page(int status, String contentType, String body) {
    return of(
        status,
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type: " + contentType,
        "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
  }

  public static Answer redirect(String location) {
    return of(302, new byte[0], "Location: " + location, "Content-Length: 0");
  }

  /** Keeps the connection open in silence after an answer. */
  public static Answer thenSilence(Answer answer) {
    return new Silent(answer);
  }

  private record Silent(Answer answer) implements Answer {
    @Override
    public void send(Request request, OutputStream out) throws IOException {
      answer.send(request, out);
    }
  }

  public URI url(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public List<Request> requests() {
    return requests;
  }

  /** The header {@code Range} of each request so far; empty where there was none. */
  public List<String> ranges() {
    return requests.stream().map(request -> request.header("range")).toList();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread thread = new Thread(() -> answer(connection), "scripted answer");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      Request request = read(connection);
      Answer answer;
      synchronized (requests) {
        requests.add(request);
        answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
      }
      answer.send(request, connection.getOutputStream());
      if (answer instanceof Silent) {
        awaitClose();
      }
      connection.shutdownOutput();
    } catch (IOException e) {
      // The client is free to hang up.
    }
  }

  private static Request read(Socket connection) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String line = String.valueOf(reader.readLine());
    Map<String, String> headers = new TreeMap<>();
    for (String header = reader.readLine();
        header != null && !header.isEmpty();
        header = reader.readLine()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    return new Request(line, headers);
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
