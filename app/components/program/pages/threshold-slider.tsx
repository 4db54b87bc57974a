import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { movedByKey, snapped, type ThresholdRoom } from "./threshold-steps.ts";

interface ThresholdSliderProps {
  readonly label: string;
  /** In whole units. */
  readonly value: number;
  readonly room: ThresholdRoom;
  /** Where the other levels begin, to be seen on the same scale. */
  readonly others: readonly number[];
  /** A place on the scale in the merchant's words. */
  readonly worded: (value: number) => string;
  /** By a key at once, by a pointer when it is let go. */
  readonly onMove: (value: number) => void;
}

/** A threshold on the scale, taken by the pointer or moved by keys. */
export function ThresholdSlider({ label, value, room, others, worded, onMove }: ThresholdSliderProps) {
  const track = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  const percent = (place: number) => `${String(Math.min(100, (place * 100) / room.end))}%`;
  const placeOf = ({ clientX }: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    return snapped(((clientX - box.left) / box.width) * room.end, room);
  };
  const press = (event: KeyboardEvent) => {
    const next = movedByKey(event.key, value, room);
    if (next === null) return;
    event.preventDefault();
    if (next !== value) onMove(next);
  };
  const letGo = () => {
    setDragged(null);
    if (dragged !== null && dragged !== value) onMove(dragged);
  };
  return (
    <div className="regulars-scale">
      <div className="regulars-scale__track" ref={track}>
        <div className="regulars-scale__filled" style={{ inlineSize: percent(shown) }} />
        {others.map((other, index) => (
          <div key={index} className="regulars-scale__mark" style={{ insetInlineStart: percent(other) }} />
        ))}
        <div
          className="regulars-scale__thumb"
          style={{ insetInlineStart: percent(shown) }}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-orientation="horizontal"
          aria-valuemin={Math.min(room.lowest, value)}
          aria-valuemax={Math.max(room.highest, value)}
          aria-valuenow={shown}
          aria-valuetext={worded(shown)}
          aria-disabled={room.lowest > room.highest}
          onKeyDown={press}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragged(value);
          }}
          onPointerMove={(event) => {
            if (dragged !== null) setDragged(placeOf(event) ?? dragged);
          }}
          onPointerUp={letGo}
          onPointerCancel={() => setDragged(null)}
        >
          {dragged === null ? null : <output className="regulars-scale__said">{worded(dragged)}</output>}
        </div>
      </div>
    </div>
  );
}
