package org.umec.example;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.umec.client.ApiException;
import org.umec.client.ApiResponse;
import org.umec.client.Event;
import org.umec.client.Events;
import org.umec.client.Umec;
import org.umec.client.api.SensorsApi;
import org.umec.client.api.SensorsApi.APIArrivalsGETRequest;
import org.umec.client.api.SensorsApi.APITagReadingsGETRequest;
import org.umec.client.api.ServicesApi;
import org.umec.client.api.ServicesApi.APIServicesGETRequest;
import org.umec.client.model.Arrivals;
import org.umec.client.model.Point;
import org.umec.client.model.Reading;
import org.umec.client.model.ServiceInfo;

/** What Bluetooth sensors measure: now, before, and from now on. */
final class Sensors {
  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX");

  private final Umec umec;
  private final Teller teller;
  private final SensorsApi sensors;

  Sensors(Umec umec, Teller teller) {
    this.umec = umec;
    this.teller = teller;
    sensors = new SensorsApi(umec);
  }

  /** The registry says where a service is; its name is all that one has to know. Any application may offer one, and our secret is not for all. */
  void findIn(URI gateway) throws ApiException {
    List<ServiceInfo> found = new ServicesApi(umec).servicesGET(APIServicesGETRequest.newBuilder().serName(List.of("umec-sensors")).build());
    List<URI> uris = found.stream().map(service -> URI.create(service.getTransportInfo().getEndpoint().getUris().get(0))).toList();
    URI own = uris.stream().filter(uri -> uri.resolve("/").equals(gateway.resolve("/"))).findFirst().orElse(null);
    Teller.require(own != null, gateway + " does not offer umec-sensors; these do: " + uris);
    teller.step("service", "serName", "umec-sensors", "uri", own);
  }

  Reading latest() throws ApiException {
    Reading latest = sensors.latestReadingsGET().stream().filter(reading -> reading.getTemperature() != null).findFirst().orElseThrow();
    teller.step("latest", "mac", latest.getMac(), "time", told(latest.getTime()), "temperature", latest.getTemperature());
    return latest;
  }

  void historyBefore(Reading latest) throws ApiException {
    OffsetDateTime to = latest.getTime();
    OffsetDateTime from = to.minusHours(1);
    APITagReadingsGETRequest twoAtATime = APITagReadingsGETRequest.newBuilder().mac(latest.getMac()).from(from).to(to).limit(2).build();
    ApiResponse<List<Reading>> first = sensors.tagReadingsGETWithHttpInfo(twoAtATime);
    // further pages are fetched while the stream is read
    List<String> times = umec.pages(first, Reading.class).stream().map(reading -> told(reading.getTime())).toList();
    teller.step("history", "mac", latest.getMac(), "from", told(from), "to", told(to), "times", times);
  }

  /** Two readings, a connection that is lost, two more: as if nothing had been. */
  void followArrivals() throws ApiException {
    List<Event> before = new ArrayList<>();
    List<Event> after = new ArrayList<>();
    try (Events arrivals = umec.arrivals("now")) {
      while (before.size() < 2) before.add(arrivals.next());
      arrivals.disconnect();
      while (after.size() < 2) after.add(arrivals.next());
    }
    List<Point> told = List.of(before.get(1), after.get(0), after.get(1)).stream().map(event -> event.dataAs(Point.class)).toList();
    // the history has the same behind the first cursor, and nothing between
    Arrivals kept = sensors.arrivalsGET(APIArrivalsGETRequest.newBuilder().after(before.get(0).cursor()).limit(told.size()).build());
    teller.step("arrivals", "before", before.size(), "after", after.size(), "isGapless", kept.getPoints().equals(told));
  }

  private static String told(OffsetDateTime time) {
    return MILLISECONDS.format(time);
  }
}
