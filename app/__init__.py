"""Calmline: a de-escalation coach beside the phone agent's softphone."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime would report to its maker as soon as it is imported

__version__ = "0.1.0"
