package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.umec.client.Gateway.Answer;
import org.umec.client.Gateway.Asked;
import org.umec.client.api.RegistryApi;
import org.umec.client.api.RegistryApi.APIDevicesGETRequest;
import org.umec.client.model.Device;

@Timeout(30)
class PagesTest {
  @Test
  void readsEveryPageToTheEnd() throws Exception {
    try (Gateway gateway = new Gateway(PagesTest::page)) {
      assertEquals(List.of("a", "b", "c"), devices(gateway).stream().map(Device::getDeviceId).toList());
      assertEquals(3, gateway.askedFor("/registry/v1/devices").size());
    }
  }

  @Test
  void fetchesNoPageThatNobodyWants() throws Exception {
    try (Gateway gateway = new Gateway(PagesTest::page)) {
      Iterator<List<Device>> pages = devices(gateway).iterator();
      pages.next();
      pages.next();
      assertEquals(2, gateway.askedFor("/registry/v1/devices").size());
    }
  }

  @Test
  void saysWhyAPageIsRefused() throws Exception {
    try (Gateway gateway = new Gateway(asked -> asked.line().contains("=2") ? Answer.problem(400, "{\"detail\":\"old\"}") : page(asked))) {
      ProblemException problem = assertThrows(ProblemException.class, () -> devices(gateway).stream().toList());
      assertEquals("GET /registry/v1/devices: 400 HTTP 400: old", problem.getMessage());
    }
  }

  @Test
  void goesNowhereElse() throws Exception {
    try (Gateway other = new Gateway(PagesTest::page);
        Gateway gateway = new Gateway(asked -> new Answer(200, Map.of("Link", "<" + other.uri() + "/next>; rel=\"next\""), "[]"))) {
      IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> devices(gateway).stream().toList());
      assertEquals("expected an address at " + gateway.uri() + ", found one at " + other.uri(), refused.getMessage());
      assertEquals(List.of(), other.asked);
    }
  }

  private static Pages<Device> devices(Gateway gateway) throws ApiException {
    Umec umec = Umec.at(gateway.uri(), "weather", "secret");
    return umec.pages(new RegistryApi(umec).devicesGETWithHttpInfo(APIDevicesGETRequest.newBuilder().build()), Device.class);
  }

  private static Answer page(Asked asked) {
    if (asked.line().endsWith("=3")) return new Answer(200, Map.of("Link", "</registry/v1/devices>; rel=\"first\""), "[{\"deviceId\":\"c\"}]");
    int next = asked.line().endsWith("=2") ? 3 : 2;
    String link = "</registry/v1/devices>; rel=\"first\", </registry/v1/devices?nextpage_opaque_marker=" + next + ">; rel=\"next\"";
    return new Answer(200, Map.of("Link", link), next == 2 ? "[{\"deviceId\":\"a\"}]" : "[{\"deviceId\":\"b\"}]");
  }
}
