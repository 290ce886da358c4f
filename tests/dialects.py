"""The providers' wire formats, from the server's side: how wire.py reads requests and writes answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

Messages = list[dict[str, Any]]


@dataclass(frozen=True)
class Usage:
    """The numbers that an answer reports."""

    input: int = 100
    cached: int = 40
    output: int = 20


USAGE = Usage()


class Dialect:
    """Chat completions: OpenAI's and everyone's. https://platform.openai.com/docs/api-reference/chat"""

    prefix: ClassVar[str] = "/v1"

    def messages(self, body: Any) -> Messages:
        """The request's messages as [{"role", "content"}]."""
        return list(body["messages"])

    def answer(self, text: str, usage: Usage) -> Any:
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "wire",
            "choices": [
                {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
            ],
            "usage": {
                "prompt_tokens": usage.input,
                "completion_tokens": usage.output,
                "total_tokens": usage.input + usage.output,
                "prompt_tokens_details": {"cached_tokens": usage.cached},
            },
        }

    def error(self, code: int, message: str) -> Any:
        return {"error": {"message": message, "type": f"http_{code}", "param": None, "code": None}}


class Anthropic(Dialect):
    """The messages API. https://docs.anthropic.com/en/api/messages"""

    prefix = ""

    def messages(self, body: Any) -> Messages:
        blocks = body.get("system", [])
        system = blocks if isinstance(blocks, str) else "".join(block["text"] for block in blocks)
        turns = [{"role": m["role"], "content": _join(m["content"])} for m in body["messages"]]
        return [{"role": "system", "content": system}, *turns]

    def answer(self, text: str, usage: Usage) -> Any:
        return {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "wire",
            "content": [{"type": "text", "text": text}],
            "stop_reason": "end_turn",
            "stop_sequence": None,
            "usage": {
                "input_tokens": usage.input - usage.cached,
                "cache_read_input_tokens": usage.cached,
                "cache_creation_input_tokens": 0,
                "output_tokens": usage.output,
            },
        }

    def error(self, code: int, message: str) -> Any:
        return {"type": "error", "error": {"type": f"http_{code}", "message": message}}


class Gemini(Dialect):
    """generateContent. https://ai.google.dev/api/generate-content"""

    prefix = ""

    def messages(self, body: Any) -> Messages:
        system = body.get("system_instruction") or body.get("systemInstruction") or {"parts": []}
        turns = [
            {"role": "assistant" if turn["role"] == "model" else "user", "content": _join(turn["parts"])}
            for turn in body["contents"]
        ]
        return [{"role": "system", "content": _join(system["parts"])}, *turns]

    def answer(self, text: str, usage: Usage) -> Any:
        return {
            "candidates": [
                {"content": {"role": "model", "parts": [{"text": text}]}, "finishReason": "STOP", "index": 0}
            ],
            "usageMetadata": {
                "promptTokenCount": usage.input,
                "cachedContentTokenCount": usage.cached,
                "candidatesTokenCount": usage.output,
                "totalTokenCount": usage.input + usage.output,
            },
            "modelVersion": "wire",
        }

    def error(self, code: int, message: str) -> Any:
        return {"error": {"code": code, "message": message, "status": "SCRIPTED"}}


def _join(parts: Any) -> str:
    return parts if isinstance(parts, str) else "".join(part["text"] for part in parts)
