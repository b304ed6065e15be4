package client

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"

	"github.com/coder/websocket"
)

const now = "now"

// Arrival is a point that has been kept, or word of some that were not kept long enough to be told.
type Arrival struct {
	// Cursor is where to go on behind it: keep it with the point, in one write. It is empty where a point follows at once.
	Cursor string
	// Point is nil when readings were missed.
	Point *Point
	// Missed is nil unless readings were missed.
	Missed *Missed
}

// Missed are readings that were dropped before they were told, because they were too old or the disk was full.
type Missed struct {
	// Readings is how many; nil when nobody knows any more.
	Readings *int64 `json:"missed"`
}

// beyond is what has to be told when some were told already: whoever was cut off before there was a cursor has all counted anew. It is nil
// when there are no more, or nobody knows.
func (m *Missed) beyond(told *Missed) *Missed {
	if told == nil {
		return m
	}
	if m.Readings == nil || told.Readings == nil || *m.Readings <= *told.Readings {
		return nil
	}
	more := *m.Readings - *told.Readings
	return &Missed{&more}
}

// Arrivals are what was kept since params.After, and from then on what is kept: everything once, in its order, over any number of
// connections. Without After they begin with the oldest, with "now" with what comes from now on, and with the Cursor of an Arrival
// behind that. An error is the last thing that comes; a problem of status 410 means that the history is another one, and that one
// has to begin anew.
func (g *Gateway) Arrivals(ctx context.Context, params ArrivalsWebsocketGETParams) iter.Seq2[Arrival, error] {
	return func(yield func(Arrival, error) bool) {
		params := params
		var counted *Missed // since the cursor in params
		err := g.sockets.follow(ctx, followed{
			address: func(ctx context.Context) (string, error) {
				if err := g.begin(ctx, &params); err != nil {
					return "", err
				}
				return addressOf(NewArrivalsWebsocketGETRequest(g.server(), &params))
			},
			told: func(_ *websocket.Conn, message []byte) error {
				arrival, err := arrivalOf(message)
				if err != nil {
					return err
				}
				if arrival.Missed != nil {
					arrival.Missed, counted = arrival.Missed.beyond(counted), arrival.Missed
				}
				if arrival.Cursor != "" {
					params.After, counted = &arrival.Cursor, nil
				}
				if arrival.Point == nil && arrival.Missed == nil {
					return nil
				}
				if !yield(arrival, nil) {
					return errEnough
				}
				return nil
			},
		})
		if err != nil {
			yield(Arrival{}, err)
		}
	}
}

// begin turns "now" into a cursor, so that a connection that is cut before anything was told misses nothing.
func (g *Gateway) begin(ctx context.Context, params *ArrivalsWebsocketGETParams) error {
	if params.After == nil || *params.After != now {
		return nil
	}
	page, err := g.ArrivalsGETWithResponse(ctx, &ArrivalsGETParams{After: params.After, Measurement: params.Measurement})
	if err != nil {
		return err
	}
	if page.JSON200 == nil {
		return final{fmt.Errorf("no arrivals: %s", page.Status())}
	}
	params.After = &page.JSON200.Next
	return nil
}

func arrivalOf(message []byte) (Arrival, error) {
	var event Event
	if err := json.Unmarshal(message, &event); err != nil {
		return Arrival{}, err
	}
	arrival := Arrival{Cursor: event.Cursor}
	if event.Type == "org.umec.sensors.missed.v1" {
		arrival.Missed = &Missed{}
		return arrival, json.Unmarshal(event.Data, arrival.Missed)
	}
	arrival.Point = &Point{}
	return arrival, json.Unmarshal(event.Data, arrival.Point)
}

// server is the address that the generated functions put before every path.
func (g *Gateway) server() string {
	return g.ClientInterface.(*Client).Server
}

func addressOf(request *http.Request, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return request.URL.String(), nil
}
