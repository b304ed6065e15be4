package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// connection is what happens in one WebSocket, before it is cut.
type connection func(ctx context.Context, socket *websocket.Conn)

// serveSockets has one thing happen in each connection, refuses whoever comes after, and says what the queries were.
func serveSockets(f *fake, path string, connections ...connection) *[]url.Values {
	queries := &[]url.Values{}
	f.mux.HandleFunc("GET "+path, func(writer http.ResponseWriter, request *http.Request) {
		f.mutex.Lock()
		number := len(*queries)
		*queries = append(*queries, request.URL.Query())
		f.mutex.Unlock()
		if request.Header.Get("Authorization") != "Bearer t1" {
			refuse(writer, 403, "forbidden")
			return
		}
		if number >= len(connections) {
			refuse(writer, 410, "gone")
			return
		}
		socket, err := websocket.Accept(writer, request, nil)
		if err != nil {
			return
		}
		defer func() { _ = socket.CloseNow() }()
		connections[number](request.Context(), socket)
	})
	return queries
}

func tells(messages ...string) connection {
	return func(ctx context.Context, socket *websocket.Conn) {
		for _, message := range messages {
			_ = socket.Write(ctx, websocket.MessageText, []byte(message))
		}
	}
}

func arrival(cursor string) string {
	return fmt.Sprintf(`{"type": "org.umec.sensors.arrival.v1", "cursor": %q, "data": {"measurement": "m-%s", "fields": {"a": 1}}}`, cursor, cursor)
}

func isGone(err error) bool {
	var problem *ProblemError
	return errors.As(err, &problem) && problem.Status == http.StatusGone
}

func TestArrivalsGoOnWhereTheyWereCutOff(t *testing.T) {
	f := newFake(t)
	queries := serveSockets(f, "/sensors/v1/readings/arrivals/websocket",
		tells(arrival("c1"), arrival("c2")),
		tells(),
		tells(`{"type": "org.umec.sensors.missed.v1", "data": {"missed": 5}}`, arrival("c3")),
		tells(`{"type": "org.umec.sensors.missed.v1", "cursor": "c4", "data": {}}`),
	)
	after, measurement := "c0", "m"
	told := []string{}
	var end error
	for arrival, err := range f.gateway(t).Arrivals(t.Context(), ArrivalsWebsocketGETParams{After: &after, Measurement: &measurement}) {
		switch {
		case err != nil:
			end = err
		case arrival.Missed != nil && arrival.Missed.Readings != nil:
			told = append(told, fmt.Sprint("missed ", *arrival.Missed.Readings, arrival.Cursor))
		case arrival.Missed != nil:
			told = append(told, "missed some, "+arrival.Cursor)
		default:
			told = append(told, arrival.Point.Measurement+" "+arrival.Cursor)
		}
	}
	if want := []string{"m-c1 c1", "m-c2 c2", "missed 5", "m-c3 c3", "missed some, c4"}; !slices.Equal(told, want) || !isGone(end) {
		t.Errorf("told %q, %v", told, end)
	}
	asked := []string{}
	for _, query := range *queries {
		asked = append(asked, query.Get("after")+" "+query.Get("measurement"))
	}
	if want := []string{"c0 m", "c2 m", "c2 m", "c3 m", "c4 m"}; !slices.Equal(asked, want) {
		t.Errorf("asked %q", asked)
	}
	if want := []time.Duration{firstWait, 2 * firstWait, firstWait, firstWait}; !slices.Equal(f.waits, want) {
		t.Errorf("waited %v", f.waits)
	}
}

func TestArrivalsFromNowOnMissNothingBeforeTheFirst(t *testing.T) {
	f := newFake(t)
	f.mux.HandleFunc("GET /sensors/v1/readings/arrivals", func(writer http.ResponseWriter, request *http.Request) {
		writer.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(writer, `{"points": [], "next": "behind %s"}`, request.URL.Query().Get("after"))
	})
	queries := serveSockets(f, "/sensors/v1/readings/arrivals/websocket", tells(), tells())
	after := "now"
	for _, err := range f.gateway(t).Arrivals(t.Context(), ArrivalsWebsocketGETParams{After: &after}) {
		if !isGone(err) {
			t.Error(err)
		}
	}
	for _, query := range *queries {
		if query.Get("after") != "behind now" {
			t.Errorf("asked for what is after %s", query.Get("after"))
		}
	}
	if len(*queries) != 3 || after != "now" {
		t.Errorf("asked %v", *queries)
	}
}

func TestWhatWasMissedIsToldOnce(t *testing.T) {
	f := newFake(t)
	missed := func(readings, cursor string) string {
		return fmt.Sprintf(`{"type": "org.umec.sensors.missed.v1", "cursor": %q, "data": {%s}}`, cursor, readings)
	}
	serveSockets(f, "/sensors/v1/readings/arrivals/websocket",
		tells(missed(`"missed": 5`, "")),
		tells(missed(`"missed": 5`, "")),
		tells(missed(`"missed": 7`, "")),
		tells(missed(`"missed": 7`, ""), arrival("c1"), missed("", "")),
		tells(missed("", "")),
		tells(missed("", ""), arrival("c2"), missed(`"missed": 7`, "c3")),
	)
	told := []string{}
	for arrival, err := range f.gateway(t).Arrivals(t.Context(), ArrivalsWebsocketGETParams{}) {
		switch {
		case err != nil && !isGone(err):
			t.Error(err)
		case err != nil:
		case arrival.Missed == nil:
			told = append(told, arrival.Cursor)
		case arrival.Missed.Readings == nil:
			told = append(told, "some")
		default:
			told = append(told, fmt.Sprint(*arrival.Missed.Readings))
		}
	}
	if want := []string{"5", "2", "c1", "some", "c2", "7"}; !slices.Equal(told, want) {
		t.Errorf("told %q", told)
	}
}

func TestEventsSayWhenTheyWereAway(t *testing.T) {
	f := newFake(t)
	queries := serveSockets(f, "/events/v1", tells(`{"type": "one", "data": {}}`), tells(`{"type": "two", "data": {"a": 1}}`))
	told := []string{}
	var end error
	for event, err := range f.gateway(t).Events(t.Context(), "sensors/**", "lines/**") {
		told, end = append(told, event.Type+string(event.Data)), err
	}
	if want := []string{"one{}", GapType, `two{"a": 1}`, ""}; !slices.Equal(told, want) || !isGone(end) {
		t.Errorf("told %q, %v", told, end)
	}
	if topics := (*queries)[1]["topic"]; !slices.Equal(topics, []string{"sensors/**", "lines/**"}) {
		t.Errorf("asked for %q", topics)
	}
}

func TestWhatIsNotUnderstoodIsNotAskedForAgain(t *testing.T) {
	f := newFake(t)
	queries := serveSockets(f, "/events/v1", tells("[]"), tells())
	for _, err := range f.gateway(t).Events(t.Context()) {
		if err == nil || isGone(err) {
			t.Errorf("got %v", err)
		}
	}
	if len(*queries) != 1 {
		t.Errorf("asked %d times", len(*queries))
	}
}

// steps are those on the way to the first message of arrivals that begin now.
var steps = []string{"/oauth2/token", "/sensors/v1/readings/arrivals", "/sensors/v1/readings/arrivals/websocket"}

// arrive follows arrivals from now on until there is an error, and returns it with the cursors that were told.
func arrive(ctx context.Context, f *fake, gateway *Gateway) (told []string, end error) {
	f.mux.HandleFunc("GET /sensors/v1/readings/arrivals", func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Content-Type", "application/json")
		fmt.Fprint(writer, `{"points": [], "next": "c0"}`)
	})
	serveSockets(f, "/sensors/v1/readings/arrivals/websocket", tells(arrival("c1")))
	after := now
	for arrival, err := range gateway.Arrivals(ctx, ArrivalsWebsocketGETParams{After: &after}) {
		if err != nil {
			return told, err
		}
		told = append(told, arrival.Cursor)
	}
	return told, nil
}

func TestWhatPassesIsWaitedOut(t *testing.T) {
	cut := func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	answers := map[string]http.HandlerFunc{"a cut": cut}
	for _, status := range []int{408, 429, 500, 502, 503, 504} {
		answers[fmt.Sprint(status)] = func(writer http.ResponseWriter, _ *http.Request) { refuse(writer, status, "busy") }
	}
	for _, step := range steps {
		for name, answer := range answers {
			f := newFake(t)
			// net/http itself sends a request again when a connection that it has used before is cut
			f.Config.SetKeepAlivesEnabled(false)
			f.first(step, answer, answer)
			if told, end := arrive(t.Context(), f, f.gateway(t)); !slices.Equal(told, []string{"c1"}) || !isGone(end) {
				t.Errorf("%s of %s: told %q, %v", name, step, told, end)
			}
			if want := []time.Duration{firstWait, 2 * firstWait, firstWait}; !slices.Equal(f.waits, want) {
				t.Errorf("%s of %s: waited %v", name, step, f.waits)
			}
		}
	}
}

func TestWhatDoesNotPassIsTheEnd(t *testing.T) {
	answers := map[string]http.HandlerFunc{
		"200 of another server": func(writer http.ResponseWriter, _ *http.Request) { fmt.Fprint(writer, "<h1>It works!</h1>") },
	}
	for _, status := range []int{400, 403, 404, 410} {
		answers[fmt.Sprint(status)] = func(writer http.ResponseWriter, _ *http.Request) { refuse(writer, status, "refused") }
	}
	for _, step := range steps {
		for name, answer := range answers {
			f := newFake(t)
			f.first(step, answer)
			told, end := arrive(t.Context(), f, f.gateway(t))
			if len(told) != 0 || len(f.waits) != 0 || end == nil || !strings.Contains(end.Error(), name[:3]) {
				t.Errorf("%s of %s: told %q, %v, after %v", name, step, told, end, f.waits)
			}
		}
	}
}

func TestWhoIsNotTrustedIsNotAskedAgain(t *testing.T) {
	stranger := httptest.NewTLSServer(http.NotFoundHandler())
	defer stranger.Close()
	stranger.Config.ErrorLog = log.New(io.Discard, "", 0)
	f := newFake(t)
	gateway := f.gateway(t)
	for _, err := range gateway.Notifications(t.Context(), f.URL) {
		var problem *ProblemError
		if !errors.As(err, &problem) {
			t.Error(err)
		}
	}
	f.Server.URL = stranger.URL
	for _, err := range f.gateway(t).Events(t.Context()) {
		if err == nil || !strings.Contains(err.Error(), "certificate") {
			t.Error(err)
		}
	}
	if len(f.waits) != 0 {
		t.Errorf("waited %v", f.waits)
	}
}

func TestEachStepEndsAtOnceWhenNobodyWantsIt(t *testing.T) {
	for _, step := range steps {
		f := newFake(t)
		why := errors.New("it is late")
		ctx, cancel := context.WithCancelCause(t.Context())
		ended := make(chan struct{})
		f.first(step, func(_ http.ResponseWriter, request *http.Request) {
			_ = request.ParseForm()
			cancel(why)
			<-request.Context().Done()
			close(ended)
		})
		if told, end := arrive(ctx, f, f.gateway(t)); len(told) != 0 || !errors.Is(end, why) || len(f.waits) != 0 {
			t.Errorf("%s: told %q, %v, after %v", step, told, end, f.waits)
		}
		<-ended
	}
}

func TestAWaitEndsAtOnceWhenNobodyWantsIt(t *testing.T) {
	f := newFake(t)
	gateway := f.gateway(t)
	f.Close()
	gateway.sockets.pause = pause
	why := errors.New("it is late")
	ctx, cancel := context.WithCancelCause(t.Context())
	gateway.sockets.retrying = func(error, time.Duration) { cancel(why) }
	for _, err := range gateway.Events(ctx) {
		if !errors.Is(err, why) {
			t.Error(err)
		}
	}
}

func TestWhoIsCancelledHearsWhy(t *testing.T) {
	f := newFake(t)
	serveSockets(f, "/events/v1", func(ctx context.Context, socket *websocket.Conn) {
		tells(`{"type": "one", "data": {}}`)(ctx, socket)
		_, _, _ = socket.Read(ctx)
	})
	why := errors.New("it is late")
	ctx, cancel := context.WithCancelCause(t.Context())
	defer cancel(nil)
	var end error
	for event, err := range f.gateway(t).Events(ctx) {
		if event.Type == "one" {
			cancel(why)
		}
		end = err
	}
	if !errors.Is(end, why) || len(f.waits) != 0 {
		t.Errorf("got %v after %v", end, f.waits)
	}
}

func TestAGatewayThatIsNotThereIsTriedMoreAndMoreSeldom(t *testing.T) {
	f := newFake(t)
	gateway := f.gateway(t)
	f.Close()
	told := 0
	gateway.sockets.retrying = func(error, time.Duration) { told++ }
	enough := errors.New("enough")
	gateway.sockets.pause = func(_ context.Context, wait time.Duration) error {
		if f.waits = append(f.waits, wait); len(f.waits) == 9 {
			return enough
		}
		return nil
	}
	for _, err := range gateway.Events(t.Context()) {
		if !errors.Is(err, enough) {
			t.Error(err)
		}
	}
	half := time.Second / 2
	want := []time.Duration{half, 2 * half, 4 * half, 8 * half, 16 * half, 32 * half, longestWait, longestWait, longestWait}
	if !slices.Equal(f.waits, want) || told != 9 {
		t.Errorf("waited %v, told %d times", f.waits, told)
	}
}

func TestAGatewayThatSaysNothingIsTriedAgain(t *testing.T) {
	f := newFake(t)
	gateway := f.gateway(t)
	gateway.sockets.opening = 50 * time.Millisecond
	ctx, cancel := context.WithCancel(t.Context())
	f.mux.HandleFunc("/events/v1", func(_ http.ResponseWriter, request *http.Request) { <-request.Context().Done() })
	gateway.sockets.retrying = func(err error, _ time.Duration) {
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		cancel()
	}
	for _, err := range gateway.Events(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	}
}

func TestWaitsAreSpreadAndAsLongAsTheGatewaySays(t *testing.T) {
	s := sockets{random: func() float64 { return 0 }}
	if wait := s.waitFor(errors.New("cut"), 1); wait != firstWait/2 {
		t.Errorf("waited %v", wait)
	}
	if wait := s.waitFor(&ProblemError{RetryAfter: time.Minute}, 100); wait != time.Minute {
		t.Errorf("waited %v", wait)
	}
}

func TestAWebSocketElsewhereIsNotOpened(t *testing.T) {
	asked := false
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer other.Close()
	f := newFake(t)
	for _, err := range f.gateway(t).Notifications(t.Context(), strings.Replace(other.URL, "http", "ws", 1)+"/notifications") {
		if err == nil || !strings.Contains(err.Error(), "at "+other.URL+", but the gateway is at "+f.URL) {
			t.Error(err)
		}
	}
	if asked || f.tokensGiven() != 0 || len(f.waits) != 0 {
		t.Errorf("asked %v, with %d tokens, waited %v", asked, f.tokensGiven(), f.waits)
	}
}

const added = `{"notificationType": "SerAvailabilityNotification", "serviceReferences": [{"serInstanceId": "%d", "changeType": "ADDED"}]}`

// notifies sends a notification as a gateway does, and returns what it is answered.
func notifies(ctx context.Context, socket *websocket.Conn, number int) (string, error) {
	body := fmt.Sprintf(added, number)
	frame := fmt.Sprintf("POST /it HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
	_ = socket.Write(ctx, websocket.MessageText, []byte(frame))
	_, answer, err := socket.Read(ctx)
	return string(answer), err
}

func TestNotificationsAreAcknowledgedOneByOneAndComeBack(t *testing.T) {
	f := newFake(t)
	answers := make(chan string, 8)
	serveSockets(f, "/notifications",
		func(ctx context.Context, socket *websocket.Conn) {
			for number := range 2 {
				answer, _ := notifies(ctx, socket, number)
				answers <- answer
			}
		},
		func(ctx context.Context, socket *websocket.Conn) {
			_, err := notifies(ctx, socket, 2)
			answers <- fmt.Sprint("left: ", err != nil)
		},
	)
	told := []string{}
	for notification, err := range f.gateway(t).Notifications(t.Context(), strings.Replace(f.URL, "http", "ws", 1)+"/notifications") {
		if err != nil {
			t.Fatal(err)
		}
		told = append(told, notification.(*SerAvailabilityNotification).ServiceReferences[0].SerInstanceId)
		if len(told) == 3 {
			break // it is not handled
		}
	}
	if !slices.Equal(told, []string{"0", "1", "2"}) {
		t.Errorf("told %q", told)
	}
	for _, want := range []string{"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n", "left: true"} {
		if answer := <-answers; answer != want {
			t.Errorf("answered %q, want %q", answer, want)
		}
	}
}
