package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.Set;

/** What every organization has: itself, a workspace, users, and lists that can only be read. */
final class Directory {
  private static final Crud.Rules ANY =
      new Crud.Rules() {
        @Override
        public Set<String> filters() {
          return Set.of("id", "name", "username", "organization", "workspace", "annotation");
        }
      };

  private Directory() {}

  static void add(Crud.Base base) {
    for (String type :
        new String[] {
          "organizations", "workspaces", "users", "automation_blockers", "email_threads"
        }) {
      new Crud(base, type, ANY).list().get();
    }
    Organization organization = base.organization();
    ObjectNode company =
        Json.newObject().put("id", 1).put("url", organization.url("organizations", 1));
    company.put("name", "The organization of the stub").putObject("metadata");
    organization.put("organizations", company);
    user(organization, 1, "api", "The user of the stub's tokens");
    user(organization, 2, "token_owner", "The user of the hooks' tokens");
  }

  private static void user(Organization organization, long id, String name, String fullName) {
    ObjectNode user = Json.newObject().put("id", id).put("url", organization.url("users", id));
    user.put("username", name).put("first_name", fullName).put("email", name + "@rossum.example");
    user.put("organization", organization.url("organizations", 1)).put("is_active", true);
    user.putObject("metadata");
    organization.put("users", user);
  }
}
