package main

import (
	"context"
	"time"

	"umec.org/client"
)

const serName = "story-go"

// beApplication registers an application, which is told of what it subscribed to, offers a service, and goes when it is asked to.
func beApplication(ctx context.Context, gateway *client.Gateway, config client.Config) error {
	inbox, err := openInbox(ctx)
	if err != nil {
		return err
	}
	defer inbox.Close()
	registered, err := gateway.RegistrationsPOSTWithResponse(ctx, client.AppInfoRequest{
		AppName:  "story",
		Endpoint: &client.EndPointInfo{Uris: &[]string{inbox.url}},
	})
	if err != nil {
		return err
	}
	app := application{gateway: gateway, appInstanceID: registered.JSON201.AppInstanceId}
	ready := client.AppReadyConfirmation{Indication: client.AppReadyConfirmationIndicationREADY}
	if _, err := gateway.ApplicationsConfirmReadyPOSTWithResponse(ctx, app.appInstanceID, ready); err != nil {
		return err
	}
	tell("registered", about{"appInstanceId": app.appInstanceID})

	websocketURI, err := app.subscribe(ctx, inbox.url)
	if err != nil {
		return err
	}
	line, err := newLine(config)
	if err != nil {
		return err
	}
	byWebSocket := make(chan client.Notification)
	defer listen(ctx, line.Gateway, websocketURI, byWebSocket)()

	if err := app.offer(ctx); err != nil {
		return err
	}
	if err := app.awaitChange(ctx, "http", inbox.notifications, client.ADDED, false); err != nil {
		return err
	}
	if err := app.awaitChange(ctx, "websocket", byWebSocket, client.ADDED, false); err != nil {
		return err
	}
	if err := app.live(ctx, 3); err != nil {
		return err
	}

	// what happens while the line is cut is told to who comes back
	line.cut()
	if err := app.deactivate(ctx); err != nil {
		return err
	}
	line.mend()
	if err := app.awaitChange(ctx, "websocket", byWebSocket, client.STATECHANGED, true); err != nil {
		return err
	}

	if err := followArrivals(ctx, gateway, config); err != nil {
		return err
	}
	if err := meetProblems(ctx, app); err != nil {
		return err
	}
	return app.end(ctx, inbox.notifications)
}

// application is this program, as the platform knows it, and the service that it offers.
type application struct {
	gateway       *client.Gateway
	appInstanceID client.AppInstanceId
	serInstanceID client.SerInstanceId
	// firstETag names the service as it was offered at first.
	firstETag string
}

// subscribe asks to be told of the service by HTTP and by WebSocket, whose address it returns, and of the application's end.
func (a *application) subscribe(ctx context.Context, callback string) (string, error) {
	changes := client.SerAvailabilityNotificationSubscriptionRequest{
		SubscriptionType:  client.SerAvailabilityNotificationSubscriptionRequestSubscriptionTypeSerAvailabilityNotificationSubscription,
		FilteringCriteria: &client.FilteringCriteria{SerNames: &[]client.SerName{serName}},
		CallbackReference: &callback,
	}
	if _, err := a.gateway.AppSubscriptionsPOSTWithResponse(ctx, a.appInstanceID, changes); err != nil {
		return "", err
	}
	changes.CallbackReference = nil
	changes.WebsockNotifConfig = &client.WebsockNotifConfigRequest{RequestWebsocketUri: true}
	subscribed, err := a.gateway.AppSubscriptionsPOSTWithResponse(ctx, a.appInstanceID, changes)
	if err != nil {
		return "", err
	}
	end := client.AppTerminationNotificationSubscriptionRequest{
		SubscriptionType:  client.AppTerminationNotificationSubscriptionRequestSubscriptionTypeAppTerminationNotificationSubscription,
		AppInstanceId:     a.appInstanceID,
		CallbackReference: &callback,
	}
	if _, err := a.gateway.ApplicationsSubscriptionsPOSTWithResponse(ctx, a.appInstanceID, end); err != nil {
		return "", err
	}
	tell("subscribed", about{"kinds": []string{"http", "websocket", "termination"}})
	return subscribed.JSON201.WebsockNotifConfig.WebsocketUri, nil
}

// service is what the application says of its service.
func service(state client.ServiceInfoRequestState) client.ServiceInfoRequest {
	livenessInterval := int64(2)
	return client.ServiceInfoRequest{
		SerName:          serName,
		Version:          "1.0",
		State:            state,
		Serializer:       client.SerializerTypeJSON,
		LivenessInterval: &livenessInterval,
		TransportInfo: &client.TransportInfo{
			Id: "rest", Name: "REST", Type: client.TransportTypeRESTHTTP, Protocol: "HTTP", Version: "1.1",
			Endpoint: client.EndPointInfo{Uris: &[]string{"http://127.0.0.1:9001/story"}},
		},
	}
}

func (a *application) offer(ctx context.Context) error {
	offered, err := a.gateway.AppServicesPOSTWithResponse(ctx, a.appInstanceID, service(client.ServiceInfoRequestStateACTIVE))
	if err != nil {
		return err
	}
	a.serInstanceID, a.firstETag = offered.JSON201.SerInstanceId, offered.HTTPResponse.Header.Get("ETag")
	tell("offered", about{"serInstanceId": a.serInstanceID})
	return nil
}

// live says that the service lives, once a second.
func (a *application) live(ctx context.Context, count int) error {
	beats := time.NewTicker(time.Second)
	defer beats.Stop()
	alive := client.ServiceLivenessUpdate{State: client.ServiceLivenessUpdateStateACTIVE}
	for range count {
		if _, err := a.gateway.ServiceLivenessPATCHWithResponse(ctx, a.appInstanceID, a.serInstanceID, nil, alive); err != nil {
			return err
		}
		<-beats.C
	}
	tell("heartbeats", about{"count": count})
	return nil
}

// deactivate takes the service out of use, unless somebody has changed it meanwhile.
func (a *application) deactivate(ctx context.Context) error {
	current, err := a.gateway.AppServicesServiceIdGETWithResponse(ctx, a.appInstanceID, a.serInstanceID)
	if err != nil {
		return err
	}
	_, err = a.replace(ctx, current.HTTPResponse.Header.Get("ETag"))
	return err
}

func (a *application) replace(ctx context.Context, etag string) (*client.AppServicesServiceIdPUTResponse, error) {
	params := client.AppServicesServiceIdPUTParams{IfMatch: &etag}
	inactive := service(client.ServiceInfoRequestStateINACTIVE)
	return a.gateway.AppServicesServiceIdPUTWithResponse(ctx, a.appInstanceID, a.serInstanceID, &params, inactive)
}

// end waits until the platform asks the application to end, and says that it may.
func (a *application) end(ctx context.Context, notifications <-chan client.Notification) error {
	tell("ready-to-end", about{"appInstanceId": a.appInstanceID})
	told, err := await(ctx, notifications, func(notification client.Notification) *client.AppTerminationNotification {
		termination, _ := notification.(*client.AppTerminationNotification)
		return termination
	})
	if err != nil {
		return err
	}
	tell("notified", about{"by": "http", "operationAction": told.OperationAction, "maxGracefulTimeout": told.MaxGracefulTimeout})
	confirmation := client.AppTerminationConfirmation{OperationAction: told.OperationAction}
	if _, err := a.gateway.ApplicationsConfirmTerminationPOSTWithResponse(ctx, a.appInstanceID, confirmation); err != nil {
		return err
	}
	tell("confirmed", about{})
	return nil
}
