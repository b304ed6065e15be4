package client

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestANotificationIsReadByItsType(t *testing.T) {
	for body, want := range map[string]string{
		fmt.Sprintf(added, 7): "*client.SerAvailabilityNotification",
		`{"notificationType": "AppTerminationNotification", "operationAction": "STOPPING", "maxGracefulTimeout": 10}`: "*client.AppTerminationNotification",
		`{"notificationType": "TestNotification"}`:          "*client.TestNotification",
		`{"type": "org.umec.gpio.edge.v1"}`:                 "*client.EdgeEvent",
		`{"type": "org.umec.camera.motion.v1"}`:             "*client.MotionEvent",
		`{"type": "org.umec.sensors.condition.v1"}`:         "*client.ConditionEvent",
		`{"notificationType": "FromTheFutureNotification"}`: "client.UnknownNotification",
	} {
		notification, err := ParseNotification([]byte(body))
		if got := fmt.Sprintf("%T", notification); err != nil || got != want {
			t.Errorf("%s is a %s, %v", body, got, err)
		}
	}
	future := `{"notificationType": "FromTheFutureNotification", "when": [2030]}`
	if unknown, err := ParseNotification([]byte(future)); err != nil || string(unknown.(UnknownNotification).RawMessage) != future {
		t.Errorf("one from the future is %v, %v", unknown, err)
	}
	for _, body := range []string{"", "no", `[]`, `{"notificationType": "AppTerminationNotification", "maxGracefulTimeout": "10"}`} {
		if notification, err := ParseNotification([]byte(body)); err == nil {
			t.Errorf("%q is %v", body, notification)
		}
	}
}

func TestWhatIsPostedIsAnsweredAsItWasHandled(t *testing.T) {
	var handled []Notification
	handler := NotificationHandler(func(_ context.Context, notification Notification) error {
		handled = append(handled, notification)
		if _, isTest := notification.(*TestNotification); isTest {
			return errors.New("the disk is full")
		}
		return nil
	})
	for _, one := range []struct {
		method, body string
		want         int
	}{
		{http.MethodPost, fmt.Sprintf(added, 7), 204},
		{http.MethodPost, `{"notificationType": "TestNotification"}`, 500},
		{http.MethodPost, `hello`, 400},
		{http.MethodPost, `"` + strings.Repeat("x", longestMessage) + `"`, 400},
		{http.MethodGet, ``, 405},
	} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest(one.method, "/", strings.NewReader(one.body)))
		if answer.Code != one.want || strings.Contains(answer.Body.String(), "disk") {
			t.Errorf("%s %.40s: %d %s", one.method, one.body, answer.Code, answer.Body)
		}
	}
	if len(handled) != 2 || handled[0].(*SerAvailabilityNotification).ServiceReferences[0].SerInstanceId != "7" {
		t.Errorf("handled %v", handled)
	}
}
