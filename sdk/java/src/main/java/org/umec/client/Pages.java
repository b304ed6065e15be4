package org.umec.client;

import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that comes page by page ({@code Link} with {@code rel="next"}): its pages by iterating, its items by {@link #stream}. The next page is
 * fetched when it is wanted.
 */
public final class Pages<T> implements Iterable<List<T>> {
  private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
  private static final Pattern NEXT = Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\";,]*\\s)?next[\\s\";,]?", Pattern.CASE_INSENSITIVE);

  private final Umec umec;
  private final ApiResponse<List<T>> first;
  private final JavaType listOfItems;

  Pages(Umec umec, ApiResponse<List<T>> first, Class<T> item) {
    this.umec = umec;
    this.first = first;
    listOfItems = umec.getObjectMapper().getTypeFactory().constructCollectionType(List.class, item);
  }

  /**
   * Every item of every page.
   *
   * @throws ProblemException when a page is refused, UncheckedIOException when one does not come within half a minute, and
   *     IllegalArgumentException when it would be elsewhere than at the gateway; each as they are wanted
   */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false).flatMap(List::stream);
  }

  @Override
  public Iterator<List<T>> iterator() {
    return new Iterator<>() {
      private ApiResponse<List<T>> page;

      @Override
      public boolean hasNext() {
        return page == null || nextOf(page) != null;
      }

      @Override
      public List<T> next() {
        if (!hasNext()) throw new NoSuchElementException("there are no more pages");
        page = page == null ? first : fetch(nextOf(page));
        return page.getData();
      }
    };
  }

  private ApiResponse<List<T>> fetch(String link) {
    try {
      return Steps.await(umec.get(URI.create(umec.getBaseUri() + "/").resolve(link), listOfItems));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private static String nextOf(ApiResponse<?> page) {
    for (Map.Entry<String, List<String>> header : page.getHeaders().entrySet()) {
      if (!header.getKey().equalsIgnoreCase("Link")) continue;
      Matcher links = LINK.matcher(String.join(", ", header.getValue()));
      while (links.find()) if (NEXT.matcher(links.group(2)).find()) return links.group(1);
    }
    return null;
  }
}
