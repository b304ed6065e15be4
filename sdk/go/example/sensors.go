package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"time"

	"umec.org/client"
)

// milliseconds is how the gateway writes times.
const milliseconds = "2006-01-02T15:04:05.000Z07:00"

// findSensors looks for the service by its name in the MEC registry. Any application may offer one of that name, so it has to be the
// gateway's own: the token is not for others.
func findSensors(ctx context.Context, gateway *client.Gateway, server string) error {
	found, err := gateway.ServicesGETWithResponse(ctx, &client.ServicesGETParams{SerName: &[]string{"umec-sensors"}})
	if err != nil {
		return err
	}
	elsewhere := []string{}
	for _, service := range *found.JSON200 {
		if uris := service.TransportInfo.Endpoint.Uris; uris != nil && len(*uris) > 0 {
			uri := (*uris)[0]
			if originOf(uri) == originOf(server) {
				tell("service", about{"serName": service.SerName, "uri": uri})
				return nil
			}
			elsewhere = append(elsewhere, originOf(uri))
		}
	}
	return fmt.Errorf("%s does not offer umec-sensors; these do: %q", originOf(server), elsewhere)
}

// originOf is scheme, host and port of an address; empty when it is none.
func originOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return parsed.Scheme + "://" + parsed.Host
}

// readSensors reads the latest temperature, and an hour that ends with it.
func readSensors(ctx context.Context, gateway *client.Gateway) error {
	latest, err := gateway.LatestReadingsGETWithResponse(ctx)
	if err != nil {
		return err
	}
	for _, reading := range *latest.JSON200 {
		if reading.Temperature != nil {
			tell("latest", about{"mac": reading.Mac, "time": reading.Time.Format(milliseconds), "temperature": *reading.Temperature})
			return readHistory(ctx, gateway, reading.Mac, reading.Time.Add(-time.Hour), reading.Time)
		}
	}
	return errors.New("no tag tells a temperature")
}

// readHistory reads all of it, two readings to a page, which is few.
func readHistory(ctx context.Context, gateway *client.Gateway, mac client.Mac, from, to time.Time) error {
	limit := int64(2)
	params := client.TagReadingsGETParams{From: &from, To: &to, Limit: &limit}
	readings := client.Items[client.Reading](ctx, func(ctx context.Context, edit ...client.RequestEditorFn) (*http.Response, error) {
		return gateway.TagReadingsGET(ctx, mac, &params, edit...)
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

// How many points are read before a connection is lost, and how many behind that.
const before, after = 2, 2

// followArrivals reads points over a connection that is lost meanwhile, and looks whether all have been told.
func followArrivals(ctx context.Context, gateway *client.Gateway, config client.Config) error {
	line, err := newLine(config)
	if err != nil {
		return err
	}
	told, err := readOverLoss(ctx, line)
	if err != nil {
		return err
	}
	kept, err := keptBehind(ctx, gateway, told[0].Cursor, len(told)-1)
	if err != nil {
		return err
	}
	isGapless := true
	for i, point := range kept {
		isGapless = isGapless && reflect.DeepEqual(point, *told[i+1].Point)
	}
	tell("arrivals", about{"before": before, "after": after, "isGapless": isGapless})
	return nil
}

// readOverLoss returns what was told before the line was cut and behind it, with what had come before and was read afterwards.
func readOverLoss(ctx context.Context, line *line) ([]client.Arrival, error) {
	told, behind, now := []client.Arrival{}, 0, "now"
	for arrival, err := range line.Arrivals(ctx, client.ArrivalsWebsocketGETParams{After: &now}) {
		if err != nil {
			return nil, err
		}
		if arrival.Missed != nil {
			return nil, errors.New("readings were missed")
		}
		told = append(told, arrival)
		switch {
		case len(told) == before:
			line.cut()
			line.mend()
		case line.lost() > 0:
			behind++
		case len(told) == 100:
			return nil, errors.New("the connection was not lost")
		}
		if behind == after {
			break
		}
	}
	return told, nil
}

// keptBehind asks for the same points page by page.
func keptBehind(ctx context.Context, gateway *client.Gateway, after client.Cursor, wanted int) ([]client.Point, error) {
	points := []client.Point{}
	for len(points) < wanted {
		limit := int64(wanted - len(points))
		page, err := gateway.ArrivalsGETWithResponse(ctx, &client.ArrivalsGETParams{After: &after, Limit: &limit})
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
