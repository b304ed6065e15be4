package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/jpeg"
	"os"
	"path/filepath"

	"umec.org/client"
)

// takePicture takes one that is 320 pixels wide, and keeps it.
func takePicture(ctx context.Context, gateway *client.Gateway, folder string) error {
	cameras, err := gateway.CamerasGETWithResponse(ctx)
	if err != nil {
		return err
	}
	if len(*cameras.JSON200) == 0 {
		return errors.New("there is no camera")
	}
	cameraID, wanted := (*cameras.JSON200)[0].CameraId, int64(320)
	picture, err := gateway.CameraSnapshotGETWithResponse(ctx, cameraID, &client.CameraSnapshotGETParams{Width: &wanted})
	if err != nil {
		return err
	}
	size, err := jpeg.DecodeConfig(bytes.NewReader(picture.Body))
	if err != nil {
		return err
	}
	if size.Width != int(wanted) {
		return fmt.Errorf("the picture is %d pixels wide", size.Width)
	}
	tell("snapshot", about{"cameraId": cameraID, "width": size.Width, "bytes": len(picture.Body)})
	return os.WriteFile(filepath.Join(folder, "snapshot.jpg"), picture.Body, 0o644)
}

// switchLine switches an output on and off, and reads it back each time.
func switchLine(ctx context.Context, gateway *client.Gateway) error {
	lineID, err := findLine(ctx, gateway, client.OUTPUT)
	if err != nil {
		return err
	}
	for _, value := range []client.LineValue{client.LineValueN1, client.LineValueN0} {
		if _, err := gateway.LineValuePUTWithResponse(ctx, lineID, nil, client.Value{Value: value}); err != nil {
			return err
		}
		read, err := gateway.LineValueGETWithResponse(ctx, lineID)
		if err != nil {
			return err
		}
		tell("pin", about{"lineId": lineID, "value": read.JSON200.Value})
	}
	return nil
}

func findLine(ctx context.Context, gateway *client.Gateway, direction client.Direction) (client.LineId, error) {
	lines, err := gateway.LinesGETWithResponse(ctx)
	if err != nil {
		return "", err
	}
	for _, line := range *lines.JSON200 {
		if line.Direction == direction && line.State == client.StateACTIVE {
			return line.LineId, nil
		}
	}
	return "", fmt.Errorf("no line is an %s", direction)
}
