"""Prints what TensorBoard sees in a folder of event files, one line per tag or value."""

import sys

from tensorboard.backend.event_processing import event_accumulator
from tensorboard.backend.event_processing import plugin_event_accumulator
from tensorboard.plugin_util import markdown_to_safe_html
from tensorboard.util import tensor_util

folder = sys.argv[1]

events = event_accumulator.EventAccumulator(
    folder, size_guidance={"images": 0, "scalars": 0, "tensors": 0}
)
events.Reload()
tags = events.Tags()
print("tags", {kind: found for kind, found in tags.items() if found})
for tag in tags["scalars"]:
    print(tag, [(event.step, round(event.value, 6)) for event in events.Scalars(tag)])
for tag in tags["images"]:
    print(tag, [(event.step, event.width, event.height) for event in events.Images(tag)])
for tag in tags["tensors"]:
    for event in events.Tensors(tag):
        text = tensor_util.make_ndarray(event.tensor_proto).item().decode()
        print(tag, event.step, repr(text))
        print("html", markdown_to_safe_html(text).replace("\n", ""))
print("plugins", sorted(events.SummaryMetadata("settings").plugin_data.plugin_name.split()))

shown = plugin_event_accumulator.EventAccumulator(folder)
shown.Reload()
for tag in sorted(shown.Tags()["tensors"]):
    print("shown", tag, [event.step for event in shown.Tensors(tag)])
