package io.github.rossumext.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** The Lua scripts of wrk, and the files with the signed bodies that they send. */
final class LuaScript {
  private static final String GOOD =
      """
      local file = io.open("%s", "rb")
      local body = file:read("*a")
      file:close()
      wrk.method = "POST"
      wrk.body = body
      wrk.headers["Content-Type"] = "application/json"
      wrk.headers["X-Rossum-Signature-SHA256"] = "sha256=%s"
      """;

  /** One request in a hundred is bad, in four ways in turn. */
  private static final String WITH_BAD_ONES =
      """
      function setup(thread) threads = threads or {}; table.insert(threads, thread) end
      function init(args)
        sent = 0; bad = 0
        s200 = 0; s400 = 0; s401 = 0; s415 = 0; other = 0
        good = wrk.format()
        bads = {
          wrk.format("POST", nil, { ["Content-Type"] = "application/json",
              ["X-Rossum-Signature-SHA256"] = "sha256=" .. string.rep("0", 64) }, body),
          wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body),
          wrk.format("POST", nil, { ["Content-Type"] = "text/plain" }, body),
          wrk.format("POST", nil, { ["Content-Type"] = "application/json",
              ["X-Rossum-Signature-SHA256"] = "sha256=%3$s" }, "{") }
      end
      function request()
        sent = sent + 1
        if sent %% 100 == 0 then
          bad = bad + 1
          return bads[bad %% 4 + 1]
        end
        return good
      end
      function response(status)
        if status == 200 then s200 = s200 + 1
        elseif status == 400 then s400 = s400 + 1
        elseif status == 401 then s401 = s401 + 1
        elseif status == 415 then s415 = s415 + 1
        else other = other + 1 end
      end
      function done(summary, latency, requests)
        for _, thread in ipairs(threads) do
          for _, name in ipairs({ "sent", "bad", "s200", "s400", "s401", "s415", "other" }) do
            print("count " .. name .. " " .. thread:get(name))
          end
        end
      end
      """;

  private LuaScript() {}

  /** Returns a script that sends this body repeatedly, signed. */
  static Path good(Path folder, String name, byte[] body, Floor floor)
      throws IOException, GeneralSecurityException {
    Path file = Files.write(folder.resolve(name + ".json"), body);
    return Files.writeString(
        folder.resolve(name + ".lua"), GOOD.formatted(file, hex(floor.mac(body))));
  }

  /** Returns a script that sends this body repeatedly, and one bad request in a hundred. */
  static Path withBadOnes(Path folder, String name, byte[] body, Floor floor)
      throws IOException, GeneralSecurityException {
    Path file = Files.write(folder.resolve(name + ".json"), body);
    String ofBroken = hex(floor.mac("{".getBytes(StandardCharsets.UTF_8)));
    return Files.writeString(
        folder.resolve(name + ".lua"),
        (GOOD + WITH_BAD_ONES).formatted(file, hex(floor.mac(body)), ofBroken));
  }

  private static String hex(byte[] mac) {
    return HexFormat.of().formatHex(mac);
  }
}
