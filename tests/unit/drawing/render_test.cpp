// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "../house/sample_house.h"
#include "drawing/raster.h"
#include "drawing/scene_palette.h"

using namespace longju;
using namespace longju::drawing;
namespace hs = longju::house::sample;

namespace {

long count(const Image& image, Colour colour) { return std::ranges::count(image.pixels, colour); }

int faces(const Mesh& mesh, Part part) {
    return static_cast<int>(std::ranges::count(mesh.faces, part, &Face::part));
}

}  // namespace

TEST_CASE("a mesh has the house's outer size and one face for each outdoor opening") {
    const Mesh mesh = house_mesh(hs::house(), hs::library());

    CHECK(mesh.width_m == Catch::Approx(9.5));
    CHECK(mesh.depth_m == Catch::Approx(6.5));
    CHECK(faces(mesh, Part::Window) == 2);
    CHECK(faces(mesh, Part::Door) == 1);
    CHECK(faces(mesh, Part::Wall) == 4);
}

TEST_CASE("every roof form closes the house and keeps the chimney above the ridge") {
    for (const house::RoofForm form : {house::RoofForm::Gable, house::RoofForm::Hip,
                                       house::RoofForm::Mono, house::RoofForm::Flat}) {
        house::House house = hs::house();
        house.roof.form = form;
        const Mesh mesh = house_mesh(house, hs::library());
        CHECK(faces(mesh, Part::RoofSouth) == 1);
        CHECK(mesh.ridge_m > 2.7);
        for (const Face& face : mesh.faces) {
            for (const Point3& p : face.corners) {
                if (face.part == Part::Chimney) CHECK(p.z < mesh.ridge_m + 1.0);
                CHECK(p.z >= 0.0);
            }
        }
    }
}

TEST_CASE("no more modules are drawn than the roof carries") {
    house::House house = hs::house();
    house.pv = house::PvArray{.modules = 60};

    const Mesh mesh = house_mesh(house, hs::library());

    CHECK(faces(mesh, Part::PvModule) < 20);
    CHECK(faces(mesh, Part::PvModule) > 0);
}

TEST_CASE("the same house gives the same pixels") {
    const Mesh mesh = house_mesh(hs::house(), hs::library());

    const Image one = render(mesh, {}, {}, 296, 146);
    const Image two = render(mesh, {}, {}, 296, 146);

    CHECK(one.pixels == two.pixels);
}

TEST_CASE("the heat picture shows the wall's U in the ramp's colour") {
    const Mesh mesh = house_mesh(hs::house(), hs::library());
    SceneStyle style{.colouring = Colouring::HeatLoss};
    style.u.wall = 0.30;

    const Image cold = render(mesh, {}, style, 400, 240);

    CHECK(count(cold, scene::heat_colour(0.30)) > 1000);
    CHECK(count(cold, scene::wall) == 0);
}

TEST_CASE("the ramp is blue up to the rural wall limit and warm above it") {
    CHECK(scene::heat_colour(0.1) == rgb(0x1A4E74));
    CHECK(scene::heat_colour(9.0) == rgb(0x97290F));
    CHECK(scene::heat_colour(0.45).b > scene::heat_colour(0.45).r);
    CHECK(scene::heat_colour(0.90).r > scene::heat_colour(0.90).b);
}

TEST_CASE("adding a part leaves the rest of the picture where it was") {
    house::House with_pv = hs::house();
    with_pv.pv = house::PvArray{.modules = 6};
    const Mesh before = house_mesh(hs::house(), hs::library());
    const Mesh after = house_mesh(with_pv, hs::library());

    const Image one = render(before, before, {}, {}, 200, 120);
    const Image two = render(after, before, {}, {}, 200, 120);

    CHECK(one.pixels.front() == two.pixels.front());
    long different = 0;
    for (std::size_t i = 0; i < one.pixels.size(); ++i) {
        different += one.pixels[i] == two.pixels[i] ? 0 : 1;
    }
    CHECK(different > 0);
    CHECK(different < 200 * 120 / 5);
}

TEST_CASE("a transparent picture has nothing behind the house") {
    const Image image =
        render(house_mesh(hs::house(), hs::library()), {}, {.transparent = true}, 200, 120);

    CHECK(image.pixels.front().a == 0);
}

TEST_CASE("what is pressed in a picture is the face that is seen there") {
    const Mesh mesh = house_mesh(hs::house(), hs::library());
    const Camera camera;
    const SceneStyle style;
    for (const Part part : {Part::Window, Part::Door, Part::RoofSouth}) {
        const auto face = std::ranges::find_if(mesh.faces, [&](const Face& each) {
            return each.part == part && each.side == house::Side::South;
        });
        REQUIRE(face != mesh.faces.end());
        Point3 middle;
        for (const Point3& corner : face->corners) {
            const auto count = static_cast<double>(face->corners.size());
            middle.x += corner.x / count;
            middle.y += corner.y / count;
            middle.z += corner.z / count;
        }
        const Pixel at = project(middle, mesh, camera, style, 800, 500);
        const Face* seen = face_at(mesh, camera, style, 800, 500, at);
        REQUIRE(seen != nullptr);
        CHECK(seen->part == part);
    }
    CHECK(face_at(mesh, camera, style, 800, 500, {2, 2}) == nullptr);
}

TEST_CASE("the shadow falls away from the sun, and there is none at night") {
    const Mesh mesh = house_mesh(hs::house(), hs::library());
    const auto picture = [&](Sun sun) {
        SceneStyle style;
        style.sun = sun;
        return render(mesh, {.yaw_deg = 0, .pitch_deg = 60}, style, 500, 300);
    };
    // Seen from the south: east is at the right. How many pixels of a side the sun changes.
    const Image night = picture({0, -5});
    const auto changed = [&](const Image& day, bool right) {
        int pixels = 0;
        for (int y = 0; y < 300; ++y) {
            for (int x = 0; x < 250; ++x) {
                const auto at = static_cast<std::size_t>(y * 500 + (right ? 499 - x : x));
                pixels += day.pixels[at] == night.pixels[at] ? 0 : 1;
            }
        }
        return pixels;
    };
    const Image evening = picture({80, 20});
    CHECK(changed(evening, true) > 2 * changed(evening, false));
    const Image morning = picture({-80, 20});
    CHECK(changed(morning, false) > 2 * changed(morning, true));
}

TEST_CASE("snow lies on the roof and not over the heat picture") {
    const Mesh mesh = house_mesh(hs::house(), hs::library());
    SceneStyle style;
    style.snow = true;
    CHECK(count(render(mesh, {}, style, 400, 240), scene::snow) > 500);
    style.colouring = Colouring::HeatLoss;
    CHECK(count(render(mesh, {}, style, 400, 240), scene::snow) < 50);
}
