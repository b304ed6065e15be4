package client

import (
	"context"
	"encoding/json"
	"iter"
	"time"

	"github.com/coder/websocket"
)

// GapType is the type of an event that is not the gateway's: the connection was lost, and what happened until now was not told.
const GapType = "org.umec.client.gap.v1"

// Event is something that happened (CloudEvents 1.0). What Data holds, Type says.
type Event struct {
	ID      string    `json:"id"`
	Source  string    `json:"source"`
	Type    string    `json:"type"`
	Subject string    `json:"subject"`
	Time    time.Time `json:"time"`
	// Cursor is where to go on behind it, of events that are told out of the history.
	Cursor string          `json:"cursor,omitempty"`
	Data   json.RawMessage `json:"data"`
}

// Events are what happens from now on; topics choose by subject, such as sensors/** (none: all). The connection comes back by
// itself, with an event of GapType, as events are told once and not kept. An error is the last thing that comes.
func (g *Gateway) Events(ctx context.Context, topics ...string) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		params := &EventsGETParams{}
		if len(topics) > 0 {
			params.Topic = &topics
		}
		isBack := false
		err := g.sockets.follow(ctx, followed{
			address: func(context.Context) (string, error) { return addressOf(NewEventsGETRequest(g.server(), params)) },
			opened: func() error {
				gap := Event{Type: GapType, Source: g.server(), Subject: "events", Time: time.Now()}
				if isBack && !yield(gap, nil) {
					return errEnough
				}
				isBack = true
				return nil
			},
			told: func(_ *websocket.Conn, message []byte) error { return tell(yield, message) },
		})
		if err != nil {
			yield(Event{}, err)
		}
	}
}

func tell(yield func(Event, error) bool, message []byte) error {
	var event Event
	if err := json.Unmarshal(message, &event); err != nil {
		return err
	}
	if !yield(event, nil) {
		return errEnough
	}
	return nil
}
