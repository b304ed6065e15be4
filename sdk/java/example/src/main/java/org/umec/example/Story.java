package org.umec.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.umec.client.ApiException;
import org.umec.client.ApiResponse;
import org.umec.client.Event;
import org.umec.client.Events;
import org.umec.client.Notification;
import org.umec.client.Notifications;
import org.umec.client.ProblemException;
import org.umec.client.Umec;
import org.umec.client.api.AvailabilitySubscriptionsApi;
import org.umec.client.api.CameraApi;
import org.umec.client.api.CameraApi.APICameraSnapshotGETRequest;
import org.umec.client.api.ClientsApi;
import org.umec.client.api.ClientsApi.APIClientsGETRequest;
import org.umec.client.api.GpioApi;
import org.umec.client.api.LifecycleApi;
import org.umec.client.api.RegistrationsApi;
import org.umec.client.api.SensorsApi;
import org.umec.client.api.SensorsApi.APIArrivalsGETRequest;
import org.umec.client.api.SensorsApi.APITagReadingsGETRequest;
import org.umec.client.api.ServicesApi;
import org.umec.client.api.ServicesApi.APIServicesGETRequest;
import org.umec.client.model.AppInfoRequest;
import org.umec.client.model.AppReadyConfirmation;
import org.umec.client.model.AppTerminationConfirmation;
import org.umec.client.model.AppTerminationNotification;
import org.umec.client.model.AppTerminationNotificationSubscriptionRequest;
import org.umec.client.model.Arrivals;
import org.umec.client.model.Direction;
import org.umec.client.model.EndPointInfo;
import org.umec.client.model.FilteringCriteria;
import org.umec.client.model.Line;
import org.umec.client.model.LineValue;
import org.umec.client.model.Point;
import org.umec.client.model.Reading;
import org.umec.client.model.SecurityInfo;
import org.umec.client.model.SerAvailabilityNotification;
import org.umec.client.model.SerAvailabilityNotificationSubscriptionRequest;
import org.umec.client.model.SerializerType;
import org.umec.client.model.ServiceInfo;
import org.umec.client.model.ServiceInfoRequest;
import org.umec.client.model.ServiceInfoRequestState;
import org.umec.client.model.ServiceLivenessUpdate;
import org.umec.client.model.ServiceReference;
import org.umec.client.model.TransportInfo;
import org.umec.client.model.TransportType;
import org.umec.client.model.Value;
import org.umec.client.model.WebsockNotifConfigRequest;

/** All that an application does at a gateway, from its first token to its end. It tells each step as a line of JSON. */
public final class Story {
  private static final String SERVICE_NAME = "story-java";
  private static final int WIDTH = 320;
  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX");

  private final ObjectMapper mapper = new ObjectMapper();
  private final Umec umec;
  private final ServicesApi services;
  private final CameraApi cameras;
  private final GpioApi gpio;
  private final LifecycleApi lifecycle;

  public static void main(String[] args) throws Exception {
    new Story(gatewayAt(URI.create(System.getenv("UMEC_URL")))).tell(Path.of(System.getenv("STORY_DIR")));
  }

  private static Umec gatewayAt(URI gateway) {
    return Umec.builder(gateway, System.getenv("UMEC_CLIENT_ID"), System.getenv("UMEC_CLIENT_SECRET")).scope(System.getenv("UMEC_SCOPE")).build();
  }

  private Story(Umec umec) {
    this.umec = umec;
    services = new ServicesApi(umec);
    cameras = new CameraApi(umec);
    gpio = new GpioApi(umec);
    lifecycle = new LifecycleApi(umec);
  }

  private void tell(Path directory) throws Exception {
    // nobody has to ask for a token: the first request would
    step("token", "expiresIn", umec.tokens().token().lifetime().toSeconds());

    Umec sensorsAt = findSensors();
    Reading latest = readSensors(new SensorsApi(sensorsAt));
    step("latest", "mac", latest.getMac(), "time", told(latest.getTime()), "temperature", latest.getTemperature());
    readHistory(sensorsAt, latest);

    takeSnapshot(directory.resolve("snapshot.jpg"));
    switchLine();
    beAnApplication(sensorsAt);
  }

  /** The registry says where a service is; its name is all that one has to know. */
  private Umec findSensors() throws ApiException {
    ServiceInfo sensors = services.servicesGET(APIServicesGETRequest.newBuilder().serName(List.of("umec-sensors")).build()).get(0);
    String uri = sensors.getTransportInfo().getEndpoint().getUris().get(0);
    step("service", "serName", sensors.getSerName(), "uri", uri);
    return gatewayAt(URI.create(uri).resolve("/"));
  }

  private Reading readSensors(SensorsApi sensors) throws ApiException {
    return sensors.latestReadingsGET().stream().filter(reading -> reading.getTemperature() != null).findFirst().orElseThrow();
  }

  private void readHistory(Umec sensorsAt, Reading latest) throws ApiException {
    OffsetDateTime to = latest.getTime();
    OffsetDateTime from = to.minusHours(1);
    APITagReadingsGETRequest twoAtATime = APITagReadingsGETRequest.newBuilder().mac(latest.getMac()).from(from).to(to).limit(2).build();
    ApiResponse<List<Reading>> first = new SensorsApi(sensorsAt).tagReadingsGETWithHttpInfo(twoAtATime);
    // further pages are fetched while the stream is read
    List<String> times = sensorsAt.pages(first, Reading.class).stream().map(reading -> told(reading.getTime())).toList();
    step("history", "mac", latest.getMac(), "from", told(from), "to", told(to), "times", times);
  }

  private void takeSnapshot(Path file) throws Exception {
    String cameraId = cameras.camerasGET().get(0).getCameraId();
    byte[] jpeg = cameras.cameraSnapshotGET(APICameraSnapshotGETRequest.newBuilder().cameraId(cameraId).width(WIDTH).build());
    Files.write(file, jpeg);
    int width = ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth();
    require(width == WIDTH, "the snapshot is " + width + " pixels wide");
    step("snapshot", "cameraId", cameraId, "width", width, "bytes", jpeg.length);
  }

  private void switchLine() throws ApiException {
    String lineId = lineThatIs(Direction.OUTPUT);
    for (LineValue wanted : List.of(LineValue.NUMBER_1, LineValue.NUMBER_0)) {
      gpio.lineValuePUT(lineId, new Value().value(wanted), null);
      step("pin", "lineId", lineId, "value", gpio.lineValueGET(lineId).getValue().getValue());
    }
  }

  private String lineThatIs(Direction direction) throws ApiException {
    return gpio.linesGET().stream().filter(line -> line.getDirection() == direction).map(Line::getLineId).findFirst().orElseThrow();
  }

  private void beAnApplication(Umec sensorsAt) throws Exception {
    AppInfoRequest ourselves = new AppInfoRequest().appName(SERVICE_NAME).endpoint(endpoint());
    String appInstanceId = new RegistrationsApi(umec).registrationsPOST(ourselves).getAppInstanceId();
    lifecycle.applicationsConfirmReadyPOST(
        appInstanceId, new AppReadyConfirmation().indication(AppReadyConfirmation.IndicationEnum.READY));
    step("registered", "appInstanceId", appInstanceId);

    try (Listener listener = new Listener();
        Notifications notifications = subscribe(appInstanceId, listener.uri())) {
      step("subscribed", "kinds", List.of("http", "websocket", "termination"));
      ApiResponse<ServiceInfo> offered = offer(appInstanceId);
      String serInstanceId = offered.getData().getSerInstanceId();
      tell("http", listener.next(SerAvailabilityNotification.class));
      tell("websocket", nextChange(notifications));

      live(appInstanceId, serInstanceId);

      // what was dealt with does not come again; what happens while we are away does
      notifications.acknowledge();
      notifications.disconnect();
      ServiceInfoRequest pausing = service().state(ServiceInfoRequestState.INACTIVE);
      services.appServicesServiceIdPUT(appInstanceId, serInstanceId, pausing, etagOf(offered));
      tell("websocket", nextChange(notifications));

      readArrivals(sensorsAt);
      meetProblems(appInstanceId, serInstanceId, etagOf(offered));

      step("ready-to-end", "appInstanceId", appInstanceId);
      AppTerminationNotification end = listener.next(AppTerminationNotification.class);
      step("notified", "by", "http", "operationAction", end.getOperationAction().getValue(), "maxGracefulTimeout", end.getMaxGracefulTimeout());
      lifecycle.applicationsConfirmTerminationPOST(appInstanceId, new AppTerminationConfirmation().operationAction(end.getOperationAction()));
      step("confirmed");
    }
  }

  /** To the same by HTTP and by WebSocket, and to our own end. */
  private Notifications subscribe(String appInstanceId, String callbackReference) throws ApiException {
    AvailabilitySubscriptionsApi availability = new AvailabilitySubscriptionsApi(umec);
    availability.appSubscriptionsPOST(appInstanceId, toOurService().callbackReference(callbackReference));
    lifecycle.applicationsSubscriptionsPOST(
        appInstanceId,
        new AppTerminationNotificationSubscriptionRequest()
            .subscriptionType(AppTerminationNotificationSubscriptionRequest.SubscriptionTypeEnum.APP_TERMINATION_NOTIFICATION_SUBSCRIPTION)
            .appInstanceId(appInstanceId)
            .callbackReference(callbackReference));
    WebsockNotifConfigRequest byWebSocket = new WebsockNotifConfigRequest().requestWebsocketUri(true);
    return umec.notifications(
        availability.appSubscriptionsPOST(appInstanceId, toOurService().websockNotifConfig(byWebSocket)).getWebsockNotifConfig().getWebsocketUri());
  }

  private SerAvailabilityNotificationSubscriptionRequest toOurService() {
    return new SerAvailabilityNotificationSubscriptionRequest()
        .subscriptionType(SerAvailabilityNotificationSubscriptionRequest.SubscriptionTypeEnum.SER_AVAILABILITY_NOTIFICATION_SUBSCRIPTION)
        .filteringCriteria(new FilteringCriteria().serNames(List.of(SERVICE_NAME)));
  }

  private ApiResponse<ServiceInfo> offer(String appInstanceId) throws ApiException {
    ApiResponse<ServiceInfo> offered = services.appServicesPOSTWithHttpInfo(appInstanceId, service());
    step("offered", "serInstanceId", offered.getData().getSerInstanceId());
    return offered;
  }

  private ServiceInfoRequest service() {
    TransportInfo transport =
        new TransportInfo()
            .id("rest")
            .name("REST")
            .type(TransportType.REST_HTTP)
            .protocol("HTTP")
            .version("1.1")
            .endpoint(endpoint())
            .security(new SecurityInfo());
    return new ServiceInfoRequest()
        .serName(SERVICE_NAME)
        .version("1.0")
        .state(ServiceInfoRequestState.ACTIVE)
        .serializer(SerializerType.JSON)
        .livenessInterval(2)
        .transportInfo(transport);
  }

  private static EndPointInfo endpoint() {
    return new EndPointInfo().uris(List.of("http://127.0.0.1:9001/" + SERVICE_NAME));
  }

  /** A sign of life a second; after two seconds of silence the service would be SUSPENDED. */
  private void live(String appInstanceId, String serInstanceId) throws Exception {
    ServiceLivenessUpdate alive = new ServiceLivenessUpdate().state(ServiceLivenessUpdate.StateEnum.ACTIVE);
    for (int beat = 0; beat < 3; beat++) {
      if (beat > 0) Thread.sleep(1000);
      services.serviceLivenessPATCH(appInstanceId, serInstanceId, alive, null);
    }
    step("heartbeats", "count", 3);
  }

  private SerAvailabilityNotification nextChange(Notifications notifications) {
    for (Notification notification : notifications)
      if (notification.value() instanceof SerAvailabilityNotification change) return change;
    throw new IllegalStateException("there are no more notifications");
  }

  private void tell(String by, SerAvailabilityNotification notification) {
    ServiceReference service = notification.getServiceReferences().get(0);
    String changeType = service.getChangeType().getValue();
    if (changeType.equals("STATE_CHANGED"))
      step("notified", "by", by, "changeType", changeType, "state", service.getState().getValue(), "serInstanceId", service.getSerInstanceId());
    else step("notified", "by", by, "changeType", changeType, "serInstanceId", service.getSerInstanceId());
  }

  /** Two readings, a connection that is lost, two more: as if nothing had been. */
  private void readArrivals(Umec sensorsAt) throws Exception {
    List<Event> before = new ArrayList<>();
    List<Event> after = new ArrayList<>();
    try (Events arrivals = sensorsAt.arrivals("now")) {
      while (before.size() < 2) before.add(arrivals.next());
      arrivals.disconnect();
      while (after.size() < 2) after.add(arrivals.next());
    }
    List<Point> told = List.of(before.get(1), after.get(0), after.get(1)).stream().map(event -> event.dataAs(Point.class)).toList();
    // the history has the same behind the first cursor, and nothing between
    APIArrivalsGETRequest kept = APIArrivalsGETRequest.newBuilder().after(before.get(0).cursor()).limit(told.size()).build();
    Arrivals page = new SensorsApi(sensorsAt).arrivalsGET(kept);
    step("arrivals", "before", before.size(), "after", after.size(), "isGapless", page.getPoints().equals(told));
  }

  private void meetProblems(String appInstanceId, String serInstanceId, String oldEtag) throws ApiException {
    String input = lineThatIs(Direction.INPUT);
    String cameraId = cameras.camerasGET().get(0).getCameraId();
    meet(400, () -> cameras.cameraSnapshotGET(APICameraSnapshotGETRequest.newBuilder().cameraId(cameraId).width(-1).build()));
    meet(401, () -> cameras.camerasGET(Map.of("Authorization", "Bearer none")));
    meet(403, () -> new ClientsApi(umec).clientsGET(APIClientsGETRequest.newBuilder().build()));
    meet(404, () -> cameras.camerasCameraIdGET("no-such"));
    meet(409, () -> gpio.lineValuePUT(input, new Value().value(LineValue.NUMBER_1), null));
    meet(412, () -> services.appServicesServiceIdPUT(appInstanceId, serInstanceId, service(), oldEtag));
  }

  private interface Asking {
    void ask() throws ApiException;
  }

  private void meet(int status, Asking asking) throws ApiException {
    try {
      asking.ask();
    } catch (ProblemException e) {
      require(e.status() == status, "expected " + status + ", found " + e.getMessage());
      step("problem", "status", e.status(), "title", e.problem().getTitle(), "detail", e.problem().getDetail());
      return;
    }
    throw new IllegalStateException("expected " + status + ", and there was no problem");
  }

  private static String etagOf(ApiResponse<?> response) {
    return response.getHeaders().get("etag").get(0);
  }

  private static String told(OffsetDateTime time) {
    return MILLISECONDS.format(time);
  }

  private static void require(boolean isSo, String otherwise) {
    if (!isSo) throw new IllegalStateException(otherwise);
  }

  private void step(String name, Object... namesAndValues) {
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
}
