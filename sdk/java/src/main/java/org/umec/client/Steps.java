package org.umec.client;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** What is waited for, step by step: whoever cancels the whole, or waits for too long, ends the step that is on its way, and its socket. */
final class Steps {
  private Steps() {}

  /** A step, and the one that it leads to. */
  static <A, B> CompletableFuture<B> then(CompletableFuture<A> first, Function<A, CompletableFuture<B>> next) {
    CompletableFuture<B> whole = new CompletableFuture<>();
    first
        .thenCompose(
            value -> {
              CompletableFuture<B> second = next.apply(value);
              whole.whenComplete((done, failure) -> second.cancel(true));
              return second;
            })
        .whenComplete((value, failure) -> settle(whole, value, failure));
    whole.whenComplete((done, failure) -> first.cancel(true));
    return whole;
  }

  /** A step that may not take longer. */
  static <T> CompletableFuture<T> within(Duration limit, CompletableFuture<T> step) {
    return then(step, CompletableFuture::completedFuture).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * What it comes to.
   *
   * @throws IOException when it fails, is cancelled, or has taken too long
   * @throws InterruptedException when this thread was interrupted, which cancels it
   */
  static <T> T await(CompletableFuture<T> step) throws IOException, InterruptedException {
    try {
      return step.get();
    } catch (CancellationException e) {
      throw new IOException("given up", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) throw failure;
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof TimeoutException) throw new HttpTimeoutException("it took too long");
      throw new IOException(e.getCause());
    } finally {
      step.cancel(true);
    }
  }

  private static <T> void settle(CompletableFuture<T> whole, T value, Throwable failure) {
    if (failure == null) whole.complete(value);
    else whole.completeExceptionally(failure);
  }
}
