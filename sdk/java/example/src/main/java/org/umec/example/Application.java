package org.umec.example;

import java.io.IOException;
import java.util.List;
import org.umec.client.ApiException;
import org.umec.client.ApiResponse;
import org.umec.client.Notification;
import org.umec.client.Notifications;
import org.umec.client.Umec;
import org.umec.client.api.AvailabilitySubscriptionsApi;
import org.umec.client.api.LifecycleApi;
import org.umec.client.api.RegistrationsApi;
import org.umec.client.api.ServicesApi;
import org.umec.client.model.AppInfoRequest;
import org.umec.client.model.AppReadyConfirmation;
import org.umec.client.model.AppTerminationConfirmation;
import org.umec.client.model.AppTerminationNotification;
import org.umec.client.model.AppTerminationNotificationSubscriptionRequest;
import org.umec.client.model.ChangeType;
import org.umec.client.model.FilteringCriteria;
import org.umec.client.model.SerAvailabilityNotification;
import org.umec.client.model.SerAvailabilityNotificationSubscriptionRequest;
import org.umec.client.model.ServiceInfo;
import org.umec.client.model.ServiceInfoRequestState;
import org.umec.client.model.ServiceLivenessUpdate;
import org.umec.client.model.ServiceReference;
import org.umec.client.model.WebsockNotifConfigRequest;

/** An application of MEC 011: registered, ready, told of services, offering one, and asked to end. */
final class Application implements AutoCloseable {
  private final Umec umec;
  private final Teller teller;
  private final ServicesApi services;
  private final LifecycleApi lifecycle;
  private final String appInstanceId;
  private final Listener listener = new Listener();
  private Notifications notifications;
  private String serInstanceId;
  private String etag;

  static Application registered(Umec umec, Teller teller) throws ApiException, IOException {
    AppInfoRequest ourselves = new AppInfoRequest().appName(OurService.NAME).endpoint(OurService.endpoint());
    String appInstanceId = new RegistrationsApi(umec).registrationsPOST(ourselves).getAppInstanceId();
    new LifecycleApi(umec)
        .applicationsConfirmReadyPOST(appInstanceId, new AppReadyConfirmation().indication(AppReadyConfirmation.IndicationEnum.READY));
    teller.step("registered", "appInstanceId", appInstanceId);
    return new Application(umec, teller, appInstanceId);
  }

  private Application(Umec umec, Teller teller, String appInstanceId) throws IOException {
    this.umec = umec;
    this.teller = teller;
    this.appInstanceId = appInstanceId;
    services = new ServicesApi(umec);
    lifecycle = new LifecycleApi(umec);
  }

  /** To the same by HTTP and by WebSocket, and to our own end. */
  void subscribe() throws ApiException {
    AvailabilitySubscriptionsApi availability = new AvailabilitySubscriptionsApi(umec);
    availability.appSubscriptionsPOST(appInstanceId, toOurService().callbackReference(listener.uri()));
    WebsockNotifConfigRequest byWebSocket = new WebsockNotifConfigRequest().requestWebsocketUri(true);
    notifications =
        umec.notifications(
            availability.appSubscriptionsPOST(appInstanceId, toOurService().websockNotifConfig(byWebSocket)).getWebsockNotifConfig().getWebsocketUri());
    lifecycle.applicationsSubscriptionsPOST(
        appInstanceId,
        new AppTerminationNotificationSubscriptionRequest()
            .subscriptionType(AppTerminationNotificationSubscriptionRequest.SubscriptionTypeEnum.APP_TERMINATION_NOTIFICATION_SUBSCRIPTION)
            .appInstanceId(appInstanceId)
            .callbackReference(listener.uri()));
    teller.step("subscribed", "kinds", List.of("http", "websocket", "termination"));
  }

  private static SerAvailabilityNotificationSubscriptionRequest toOurService() {
    return new SerAvailabilityNotificationSubscriptionRequest()
        .subscriptionType(SerAvailabilityNotificationSubscriptionRequest.SubscriptionTypeEnum.SER_AVAILABILITY_NOTIFICATION_SUBSCRIPTION)
        .filteringCriteria(new FilteringCriteria().serNames(List.of(OurService.NAME)));
  }

  void offerService() throws Exception {
    ApiResponse<ServiceInfo> offered = services.appServicesPOSTWithHttpInfo(appInstanceId, OurService.that(ServiceInfoRequestState.ACTIVE));
    serInstanceId = offered.getData().getSerInstanceId();
    etag = offered.getHeaders().get("etag").get(0);
    teller.step("offered", "serInstanceId", serInstanceId);
    tell("http", listener.next(SerAvailabilityNotification.class).getServiceReferences().get(0));
    tell("websocket", nextThatIs(ChangeType.ADDED));
  }

  /** A sign of life a second; after two seconds of silence the service would be SUSPENDED. */
  void live() throws Exception {
    ServiceLivenessUpdate alive = new ServiceLivenessUpdate().state(ServiceLivenessUpdate.StateEnum.ACTIVE);
    for (int beat = 0; beat < 3; beat++) {
      if (beat > 0) Thread.sleep(1000);
      services.serviceLivenessPATCH(appInstanceId, serInstanceId, alive, null);
    }
    teller.step("heartbeats", "count", 3);
  }

  /** What happens while the connection is away is told when it is back. */
  void missNothing() throws ApiException {
    notifications.disconnect();
    services.appServicesServiceIdPUT(appInstanceId, serInstanceId, OurService.that(ServiceInfoRequestState.INACTIVE), etag);
    tell("websocket", nextThatIs(ChangeType.STATE_CHANGED));
  }

  /** What was not acknowledged comes again, together with what happened since; we know it already. */
  private ServiceReference nextThatIs(ChangeType changeType) {
    for (Notification notification : notifications) {
      if (!(notification.value() instanceof SerAvailabilityNotification changed)) continue;
      for (ServiceReference service : changed.getServiceReferences()) if (service.getChangeType() == changeType) return service;
    }
    throw new IllegalStateException("there are no more notifications");
  }

  private void tell(String by, ServiceReference service) {
    String changeType = service.getChangeType().getValue();
    if (changeType.equals("STATE_CHANGED"))
      teller.step("notified", "by", by, "changeType", changeType, "state", service.getState().getValue(), "serInstanceId", service.getSerInstanceId());
    else teller.step("notified", "by", by, "changeType", changeType, "serInstanceId", service.getSerInstanceId());
  }

  /** Somebody else was quicker, as the old ETag shows. */
  void changeWhatWasChanged() throws ApiException {
    services.appServicesServiceIdPUT(appInstanceId, serInstanceId, OurService.that(ServiceInfoRequestState.ACTIVE), etag);
  }

  void end() throws Exception {
    teller.step("ready-to-end", "appInstanceId", appInstanceId);
    AppTerminationNotification end = listener.next(AppTerminationNotification.class);
    teller.step("notified", "by", "http", "operationAction", end.getOperationAction().getValue(), "maxGracefulTimeout", end.getMaxGracefulTimeout());
    lifecycle.applicationsConfirmTerminationPOST(appInstanceId, new AppTerminationConfirmation().operationAction(end.getOperationAction()));
    teller.step("confirmed");
  }

  @Override
  public void close() {
    if (notifications != null) notifications.close();
    listener.close();
  }
}
