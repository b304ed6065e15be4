package client_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"umec.org/client"
)

// What README.md shows, in its order.

var (
	ctx        = context.Background()
	gateway    *client.Gateway
	cursor     client.Cursor
	subscribed *client.AppSubscriptionsPOSTResponse
)

func ExampleNew() {
	_ = func() error {
		gateway, err := client.New(client.Config{
			Server:       "http://127.0.0.1:8080",
			ClientID:     "plates",
			ClientSecret: os.Getenv("UMEC_CLIENT_SECRET"),
		})
		if err != nil {
			return err
		}
		latest, err := gateway.LatestReadingsGETWithResponse(ctx)
		if err != nil {
			return err
		}
		for _, reading := range *latest.JSON200 {
			fmt.Println(reading.Mac, reading.Time)
		}
		return nil
	}
}

func ExampleProblemError() {
	_, err := gateway.CamerasCameraIdGETWithResponse(ctx, "lens-7")
	var problem *client.ProblemError
	if errors.As(err, &problem) && problem.Status == http.StatusNotFound {
		fmt.Println("there is no such camera:", problem.Detail)
	}
}

func ExampleItems() {
	_ = func() error {
		readings := client.Items[client.Reading](ctx, func(ctx context.Context, edit ...client.RequestEditorFn) (*http.Response, error) {
			return gateway.TagReadingsGET(ctx, "CB:B8:33:4C:88:4F", &client.TagReadingsGETParams{}, edit...)
		})
		for reading, err := range readings {
			if err != nil {
				return err
			}
			fmt.Println(reading.Time)
		}
		return nil
	}
}

func ExampleGateway_Arrivals() {
	_ = func() error {
		for arrival, err := range gateway.Arrivals(ctx, client.ArrivalsWebsocketGETParams{After: &cursor}) {
			if err != nil {
				return err
			}
			if arrival.Missed != nil {
				fmt.Println("some were dropped before they were read")
			}
			if arrival.Point != nil {
				fmt.Println(arrival.Point.Time, arrival.Point.Measurement)
			}
			if arrival.Cursor != "" {
				cursor = arrival.Cursor
			}
		}
		return nil
	}
}

func ExampleGateway_Events() {
	_ = func() error {
		for event, err := range gateway.Events(ctx, "lines/**", "devices/**") {
			if err != nil {
				return err
			}
			if event.Type == client.GapType {
				fmt.Println("look again: something may have happened")
				continue
			}
			fmt.Println(event.Subject, string(event.Data))
		}
		return nil
	}
}

func ExampleNotificationHandler() {
	http.Handle("/notifications", client.NotificationHandler(func(ctx context.Context, told client.Notification) error {
		switch told := told.(type) {
		case *client.SerAvailabilityNotification:
			for _, service := range told.ServiceReferences {
				fmt.Println(service.SerName, service.ChangeType)
			}
		case *client.AppTerminationNotification:
			fmt.Println("to end within", told.MaxGracefulTimeout, "s")
		}
		return nil
	}))
}

func ExampleGateway_Notifications() {
	_ = func() error {
		for told, err := range gateway.Notifications(ctx, subscribed.JSON201.WebsockNotifConfig.WebsocketUri) {
			if err != nil {
				return err
			}
			fmt.Printf("%T\n", told)
		}
		return nil
	}
}
