package org.umec.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what was done, a line of JSON for each step. */
final class Teller {
  private final ObjectMapper mapper = new ObjectMapper();

  void step(String name, Object... namesAndValues) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", name);
    for (int at = 0; at < namesAndValues.length; at += 2) line.put((String) namesAndValues[at], namesAndValues[at + 1]);
    try {
      System.out.println(mapper.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    System.out.flush();
  }

  static void require(boolean isSo, String otherwise) {
    if (!isSo) throw new IllegalStateException(otherwise);
  }
}
