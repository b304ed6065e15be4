package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"umec.org/client"
)

// inbox is where the gateway posts notifications.
type inbox struct {
	*http.Server
	url           string
	notifications <-chan client.Notification
}

func openInbox(ctx context.Context) (*inbox, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	notifications := make(chan client.Notification, 16)
	handler := client.NotificationHandler(func(asked context.Context, notification client.Notification) error {
		select {
		case notifications <- notification:
			return nil
		case <-asked.Done():
			return asked.Err()
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(listener) }()
	return &inbox{Server: server, url: fmt.Sprintf("http://%s/notifications", listener.Addr()), notifications: notifications}, nil
}

// listen hands on what comes through a WebSocket, until hangUp is called.
func listen(ctx context.Context, gateway *client.Gateway, uri string, notifications chan<- client.Notification) (hangUp func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for notification, err := range gateway.Notifications(ctx, uri) {
			if err != nil {
				if ctx.Err() == nil {
					fmt.Fprintln(os.Stderr, err)
				}
				return
			}
			select {
			case notifications <- notification:
			case <-ctx.Done():
				return // not handled, so it comes again
			}
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

// awaitChange waits for what happens to the application's own service, and tells it.
func (a *application) awaitChange(
	ctx context.Context, by string, notifications <-chan client.Notification, wanted client.ChangeType, withState bool,
) error {
	change, err := await(ctx, notifications, func(notification client.Notification) *client.ServiceReference {
		changes, isChanges := notification.(*client.SerAvailabilityNotification)
		if !isChanges {
			return nil
		}
		for _, reference := range changes.ServiceReferences {
			if reference.SerInstanceId == a.serInstanceID && reference.ChangeType == wanted {
				return &reference
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	what := about{"by": by, "changeType": change.ChangeType, "serInstanceId": change.SerInstanceId}
	if withState {
		what["state"] = change.State
	}
	tell("notified", what)
	return nil
}

// await is what wanted finds in one of the notifications: one that arrived before may come again, and others in between.
func await[T any](ctx context.Context, notifications <-chan client.Notification, wanted func(client.Notification) *T) (*T, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, time.Minute, fmt.Errorf("nobody was told of a %T within a minute", *new(T)))
	defer cancel()
	for {
		select {
		case notification := <-notifications:
			if found := wanted(notification); found != nil {
				return found, nil
			}
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
}
