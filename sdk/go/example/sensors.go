package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"time"

	"umec.org/client"
)

// milliseconds is how the gateway writes times.
const milliseconds = "2006-01-02T15:04:05.000Z07:00"

// findSensors looks for the service by its name in the MEC registry, and asks from then on whoever offers it.
func findSensors(ctx context.Context, gateway *client.Gateway, config client.Config) (*client.Gateway, error) {
	found, err := gateway.ServicesGETWithResponse(ctx, &client.ServicesGETParams{SerName: &[]string{"umec-sensors"}})
	if err != nil {
		return nil, err
	}
	for _, service := range *found.JSON200 {
		if uris := service.TransportInfo.Endpoint.Uris; uris != nil && len(*uris) > 0 {
			uri := (*uris)[0]
			tell("service", about{"serName": service.SerName, "uri": uri})
			// the paths of the client are whole, so the path of the API is not for its address
			config.Server = strings.TrimSuffix(uri, "/sensors/v1")
			return client.New(config)
		}
	}
	return nil, errors.New("nobody offers umec-sensors")
}

// readSensors reads the latest temperature, and an hour that ends with it.
func readSensors(ctx context.Context, sensors *client.Gateway) error {
	latest, err := sensors.LatestReadingsGETWithResponse(ctx)
	if err != nil {
		return err
	}
	for _, reading := range *latest.JSON200 {
		if reading.Temperature != nil {
			tell("latest", about{"mac": reading.Mac, "time": reading.Time.Format(milliseconds), "temperature": *reading.Temperature})
			return readHistory(ctx, sensors, reading.Mac, reading.Time.Add(-time.Hour), reading.Time)
		}
	}
	return errors.New("no tag tells a temperature")
}

// readHistory reads all of it, two readings to a page, which is few.
func readHistory(ctx context.Context, sensors *client.Gateway, mac client.Mac, from, to time.Time) error {
	limit := int64(2)
	params := client.TagReadingsGETParams{From: &from, To: &to, Limit: &limit}
	readings := client.Items[client.Reading](ctx, func(ctx context.Context, edit ...client.RequestEditorFn) (*http.Response, error) {
		return sensors.TagReadingsGET(ctx, mac, &params, edit...)
	})
	times := []string{}
	for reading, err := range readings {
		if err != nil {
			return err
		}
		times = append(times, reading.Time.Format(milliseconds))
	}
	tell("history", about{"mac": mac, "from": from.Format(milliseconds), "to": to.Format(milliseconds), "times": times})
	return nil
}

// followArrivals reads two points, loses the connection, and goes on behind the last one. Then it looks whether all have been told.
func followArrivals(ctx context.Context, sensors *client.Gateway) error {
	before, err := arrivals(ctx, sensors, "now", 2)
	if err != nil {
		return err
	}
	after, err := arrivals(ctx, sensors, before[1].Cursor, 2)
	if err != nil {
		return err
	}
	told := append(before, after...)
	kept, err := keptBehind(ctx, sensors, told[0].Cursor, len(told)-1)
	if err != nil {
		return err
	}
	isGapless := true
	for i, point := range kept {
		isGapless = isGapless && reflect.DeepEqual(point, *told[i+1].Point)
	}
	tell("arrivals", about{"before": len(before), "after": len(after), "isGapless": isGapless})
	return nil
}

// arrivals are the next points behind a cursor. Leaving the loop ends the connection.
func arrivals(ctx context.Context, sensors *client.Gateway, after client.Cursor, wanted int) ([]client.Arrival, error) {
	read := []client.Arrival{}
	for arrival, err := range sensors.Arrivals(ctx, client.ArrivalsWebsocketGETParams{After: &after}) {
		if err != nil {
			return nil, err
		}
		if arrival.Missed != nil {
			return nil, fmt.Errorf("readings were missed behind %s", after)
		}
		if read = append(read, arrival); len(read) == wanted {
			break
		}
	}
	return read, nil
}

// keptBehind asks for the same points page by page.
func keptBehind(ctx context.Context, sensors *client.Gateway, after client.Cursor, wanted int) ([]client.Point, error) {
	points := []client.Point{}
	for len(points) < wanted {
		limit := int64(wanted - len(points))
		page, err := sensors.ArrivalsGETWithResponse(ctx, &client.ArrivalsGETParams{After: &after, Limit: &limit})
		if err != nil {
			return nil, err
		}
		if len(page.JSON200.Points) == 0 {
			return nil, errors.New("points were told that are not kept")
		}
		points, after = append(points, page.JSON200.Points...), page.JSON200.Next
	}
	return points, nil
}
