package io.github.styletransfer.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response's body as a stream whose reader waits only so long for data. The HTTP client's own
 * stream waits for ever when a server falls silent.
 */
final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<InputStream> {
  private final Duration stallTimeout;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean closed;
  private boolean ended;

  private sealed interface Event {
    record Data(List<ByteBuffer> buffers) implements Event {}

    record Failure(Throwable cause) implements Event {}

    record End() implements Event {}
  }

  BodyStream(Duration stallTimeout) {
    this.stallTimeout = stallTimeout;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    if (closed) {
      newSubscription.cancel();
    } else {
      newSubscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> data) {
    events.add(new Event.Data(data));
  }

  @Override
  public void onError(Throwable cause) {
    events.add(new Event.Failure(cause));
  }

  @Override
  public void onComplete() {
    events.add(new Event.End());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  /**
   * Reads what is there, or waits for it.
   *
   * @throws SocketTimeoutException if nothing comes for too long
   * @throws IOException if the connection breaks
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = buffers.peek();
    while (buffer == null || !buffer.hasRemaining()) {
      if (buffer != null) {
        buffers.remove();
      } else if (ended) {
        return -1;
      } else {
        await();
      }
      buffer = buffers.peek();
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  @Override
  public void close() {
    closed = true;
    Flow.Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  private void await() throws IOException {
    Event event = next();
    if (event == null) {
      throw new SocketTimeoutException("nothing came for " + stallTimeout.toSeconds() + " s");
    } else if (event instanceof Event.Data data) {
      buffers.addAll(data.buffers());
      Flow.Subscription current = subscription;
      if (current != null) {
        current.request(1);
      }
    } else if (event instanceof Event.Failure failure) {
      throw new IOException(failure.cause().getMessage(), failure.cause());
    } else {
      ended = true;
    }
  }

  private @Nullable Event next() throws IOException {
    try {
      return events.poll(stallTimeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the program was interrupted");
    }
  }
}
