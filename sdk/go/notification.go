package client

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"

	"github.com/coder/websocket"
)

// Notification is what a subscription tells: a *SerAvailabilityNotification, *AppTerminationNotification, *TestNotification,
// *EdgeEvent, *MotionEvent or *ConditionEvent, or an UnknownNotification of a newer gateway.
type Notification interface{ isNotification() }

// UnknownNotification is one whose type this package does not know, as it came.
type UnknownNotification struct{ json.RawMessage }

func (*SerAvailabilityNotification) isNotification() {}
func (*AppTerminationNotification) isNotification()  {}
func (*TestNotification) isNotification()            {}
func (*EdgeEvent) isNotification()                   {}
func (*MotionEvent) isNotification()                 {}
func (*ConditionEvent) isNotification()              {}
func (UnknownNotification) isNotification()          {}

// byType makes what a notification is read into: by its `notificationType`, or by the `type` of a CloudEvent.
var byType = map[string]func() Notification{
	"SerAvailabilityNotification":     func() Notification { return &SerAvailabilityNotification{} },
	"AppTerminationNotification":      func() Notification { return &AppTerminationNotification{} },
	"TestNotification":                func() Notification { return &TestNotification{} },
	string(OrgUmecGpioEdgeV1):         func() Notification { return &EdgeEvent{} },
	string(OrgUmecCameraMotionV1):     func() Notification { return &MotionEvent{} },
	string(OrgUmecSensorsConditionV1): func() Notification { return &ConditionEvent{} },
}

// ParseNotification reads the body of a notification.
func ParseNotification(body []byte) (Notification, error) {
	var said struct {
		NotificationType string `json:"notificationType"`
		Type             string `json:"type"`
	}
	if err := json.Unmarshal(body, &said); err != nil {
		return nil, fmt.Errorf("this is no notification: %w", err)
	}
	make, isKnown := byType[said.NotificationType+said.Type]
	if !isKnown {
		return UnknownNotification{body}, nil
	}
	notification := make()
	if err := json.Unmarshal(body, notification); err != nil {
		return nil, fmt.Errorf("this is no %s%s: %w", said.NotificationType, said.Type, err)
	}
	return notification, nil
}

// NotificationHandler takes what a gateway posts to a `callbackReference`. It answers 204 when handle has handled it; when that
// returns an error it answers 500, and the gateway tells it again later.
func NotificationHandler(handle func(ctx context.Context, notification Notification) error) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		if request.Method != http.MethodPost {
			http.Error(writer, "notifications are posted", http.StatusMethodNotAllowed)
			return
		}
		notification, err := readNotification(http.MaxBytesReader(writer, request.Body, longestMessage))
		if err != nil {
			http.Error(writer, err.Error(), http.StatusBadRequest)
			return
		}
		if err := handle(request.Context(), notification); err != nil {
			// what failed is the program's own business
			http.Error(writer, "the notification could not be handled", http.StatusInternalServerError)
			return
		}
		writer.WriteHeader(http.StatusNoContent)
	})
}

// Notifications are what a subscription tells through its WebSocket, whose `websocketUri` the gateway has given (ETSI GS MEC 009,
// clause 6.12a). Asking for the next one says that the last one is handled, which the gateway wants to hear within 10 s; one that
// the loop was left with comes again. The connection comes back by itself, and nothing is lost meanwhile. An address elsewhere than
// the gateway's is refused. An error is the last thing that comes.
func (g *Gateway) Notifications(ctx context.Context, websocketURI string) iter.Seq2[Notification, error] {
	return func(yield func(Notification, error) bool) {
		err := g.sockets.follow(ctx, followed{
			address: func(context.Context) (string, error) { return websocketURI, g.requireOwn(websocketURI) },
			told: func(socket *websocket.Conn, message []byte) error {
				notification, err := notificationIn(message)
				if err != nil {
					return err
				}
				if !yield(notification, nil) {
					return errEnough
				}
				acknowledge(ctx, socket)
				return nil
			},
		})
		if err != nil {
			yield(nil, err)
		}
	}
}

// requireOwn refuses the address of a WebSocket that is not the gateway's.
func (g *Gateway) requireOwn(websocketURI string) error {
	address, err := url.Parse(websocketURI)
	if err != nil {
		return final{discreet(err)}
	}
	return requireOrigin(g.origin, "the WebSocket", address)
}

// acknowledge says so even when nobody wants another one: it is handled. Where it does not get through, the next read fails.
func acknowledge(ctx context.Context, socket *websocket.Conn) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), longestPong)
	defer cancel()
	_ = socket.Write(ctx, websocket.MessageText, []byte("HTTP/1.1 204 No Content\r\n\r\n"))
}

// notificationIn reads a frame, which is a whole HTTP request.
func notificationIn(frame []byte) (Notification, error) {
	request, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(frame)))
	if err != nil {
		return nil, fmt.Errorf("this is no notification: %w", err)
	}
	return readNotification(request.Body)
}

func readNotification(body io.Reader) (Notification, error) {
	text, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	return ParseNotification(text)
}
